"use strict";
const form = document.querySelector("form");
form.addEventListener("change", () => {
	let sum = 0;
	for (const radio of form.querySelectorAll(":checked")) sum += Number(radio.dataset.points);
	document.querySelector("output").textContent = sum;
});
dispatchEvent(new Event("bench-ready"));
