const points = {};
for (const choice of model.elements[0].choices) points[choice.value] = choice.points;
const survey = new Survey.Model(model);
survey.onValueChanged.add(() => {
	let sum = 0;
	for (const answer of Object.values(survey.data)) sum += points[answer];
	document.querySelector("output").textContent = sum;
});
survey.onAfterRenderSurvey.add(() => dispatchEvent(new Event("bench-ready")));
survey.render(document.getElementById("survey"));
