// Runs before any script of the page and times it from outside, the same for every variant.
// bench.first: text of the first question without spaces; bench.readyEvent: the event that says answers count.
(() => {
	"use strict";
	const quiet = 400; // ms without a change after which a click is over
	const roots = [document];
	const memories = [];
	const used = new Set();
	let clicked, changed;

	// Shadow roots are kept, closed ones too, because no query reaches into them.
	const attachShadow = Element.prototype.attachShadow;
	Element.prototype.attachShadow = function (options) {
		const root = attachShadow.call(this, options);
		roots.push(root);
		watch(root);
		return root;
	};

	for (const name of ["instantiate", "instantiateStreaming"]) {
		const original = WebAssembly[name];
		WebAssembly[name] = async (...args) => {
			const result = await original.apply(WebAssembly, args);
			for (const exported of Object.values((result.instance ?? result).exports))
				if (exported instanceof WebAssembly.Memory) memories.push(exported);
			return result;
		};
	}

	addEventListener(bench.readyEvent, () => bench.ready ??= performance.now(), true);

	const visible = text => {
		const range = document.createRange();
		range.selectNodeContents(text);
		return [...range.getClientRects()].some(box => box.width && box.height)
			&& text.parentElement.checkVisibility({opacityProperty: true, visibilityProperty: true});
	};
	const shown = () => roots.some(root => {
		const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		for (let text; text = texts.nextNode();)
			if (text.data.replace(/\s/g, "").includes(bench.first) && visible(text)) return true;
		return false;
	});
	// What is laid out in an animation frame has been painted when the next task runs.
	const frame = () => {
		if (!shown()) return void requestAnimationFrame(frame);
		const next = new MessageChannel();
		next.port1.onmessage = () => {
			bench.painted ??= performance.now();
			answer();
		};
		next.port2.postMessage(null);
	};
	requestAnimationFrame(frame);

	const noteChange = () => {
		if (clicked === undefined) return;
		void document.documentElement.offsetHeight; // what was changed is laid out again
		changed = performance.now();
	};
	const watch = root => new MutationObserver(noteChange).observe(root,
		{subtree: true, childList: true, attributes: true, characterData: true});
	watch(document);
	addEventListener("click", () => clicked ??= performance.now(), true);

	const box = radio => radio.closest("label") ?? radio;
	const within = element => element.getClientRects().length > 0;
	const group = radio => radio.name || radio.closest("fieldset, [role=radiogroup]");

	// open finds an answer to the next visible question that was not answered yet.
	const open = () => {
		for (const root of roots)
			for (const radio of root.querySelectorAll("input[type=radio]"))
				if (!radio.checked && !radio.disabled && !used.has(group(radio)) && within(box(radio))) return radio;
	};
	// The first question is answered as soon as it can be read and its answer is taken.
	let first;
	const answer = () => {
		first = open();
		first?.click();
		if (!first?.checked) return void requestAnimationFrame(answer);
		used.add(group(first));
		bench.answered = performance.now();
	};
	// firstAnswer returns when that was, unless the page has lost the answer since, perhaps together with its element.
	bench.firstAnswer = () => {
		const same = radio => radio.name === first.name && radio.value === first.value;
		if (roots.some(root => [...root.querySelectorAll("input[type=radio]:checked")].some(same))) return bench.answered;
		throw new Error("the first answer was lost");
	};
	// next returns the element to click for the next question.
	bench.next = () => {
		const radio = open();
		if (!radio) throw new Error("no question is left to click");
		used.add(group(radio));
		clicked = changed = undefined;
		return box(radio);
	};
	// answerAll answers what is open and resolves to the number of all answers, when the page has come to rest.
	bench.answerAll = async () => {
		for (let radio; radio = open();) {
			used.add(group(radio));
			box(radio).click();
			await new Promise(requestAnimationFrame);
		}
		await new Promise(resolve => setTimeout(resolve, quiet));
		return used.size;
	};
	// settled resolves to the ms from the last click to the last change it made.
	bench.settled = () => new Promise((resolve, reject) => {
		const look = () => {
			if (clicked === undefined) return void setTimeout(look, 20);
			if (performance.now() - Math.max(clicked, changed ?? 0) < quiet) return void setTimeout(look, 20);
			changed === undefined ? reject(new Error("the click changed nothing")) : resolve(changed - clicked);
		};
		look();
	});
	bench.wasmMemory = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
})();
