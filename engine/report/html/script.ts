/**
 * The only script in a report: search and filters over the result table. It reads the page and hides rows; it builds no
 * HTML, loads nothing and stores nothing. Without it the report is complete, only not filtered. The page's policy
 * allows exactly these bytes by their hash.
 */
export const FILTER_SCRIPT = `
(() => {
	for (const bar of document.querySelectorAll('form.filter')) {
		const rows = [...document.getElementById(bar.dataset.table).tBodies[0].rows];
		const texts = rows.map((row) => row.textContent.toLowerCase());
		const [word, tone, level] = [bar.elements.word, bar.elements.tone, bar.elements.level];
		const shown = bar.querySelector('output');
		const apply = () => {
			const wanted = word.value.trim().toLowerCase();
			let count = 0;
			rows.forEach((row, index) => {
				const fits =
					(wanted === '' || texts[index].includes(wanted)) &&
					(tone.value === '' || row.dataset.tone === tone.value) &&
					(level.value === '' || row.dataset.level === level.value);
				row.classList.toggle('out', !fits);
				count += fits ? 1 : 0;
			});
			shown.value = bar.dataset.shown.replace('{n}', count).replace('{all}', rows.length);
		};
		bar.addEventListener('input', apply);
		bar.addEventListener('submit', (event) => event.preventDefault());
		bar.addEventListener('reset', () => setTimeout(apply));
		bar.hidden = false;
		apply();
	}
	document.addEventListener('keydown', (event) => {
		const box = document.querySelector('form.filter input');
		if (event.key === '/' && box !== null && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
			event.preventDefault();
			box.focus();
		}
	});
})();
`;
