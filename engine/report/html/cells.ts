import { drawFigure } from '../chart/draw-figure.ts';
import { drawingSvg } from '../chart/drawing-svg.ts';
import type { Cell, Column, FactRow, Line, Row, Tone } from '../content/block.ts';
import { escapeHtml } from './escape.ts';

/** A table with a head that repeats on every printed page. */
export function tableHtml(id: string, columns: readonly Column[], rows: readonly Row[]): string {
	const whole = columns.reduce((sum, column) => sum + column.weight, 0);
	const widths = columns.map((column) => `<col width="${((column.weight / whole) * 100).toFixed(2)}%">`).join('');
	const head = columns.map((column) => `<th scope="col"${alignment(column)}>${headHtml(column)}</th>`).join('');
	const body = rows.map((row) => rowHtml(row, columns)).join('\n');
	const wide = columns.length > 5 ? ' class="wide"' : '';
	return `<div class="box"><table id="${id}"${wide}><colgroup>${widths}</colgroup>
<thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`;
}

/** The two-column table of names and values; `suppliedMark` stands beside what the customer said. */
export function factsHtml(rows: readonly FactRow[], suppliedMark: string): string {
	const lines = rows.map(({ name, value, supplied }) => {
		const mark = supplied === true ? `<span class="supplied">${escapeHtml(suppliedMark)}</span>` : '';
		return `<tr><th scope="row">${escapeHtml(name)}</th><td>${cellHtml(value)}${mark}</td></tr>`;
	});
	return `<table class="facts"><tbody>${lines.join('')}</tbody></table>`;
}

export function cellHtml({ lines, figure }: Cell): string {
	const text = lines.map(lineHtml).join('<br>');
	if (figure === undefined) {
		return text;
	}
	const label = escapeHtml(lines.map((line) => line.text).join('; '));
	return drawingSvg(
		drawFigure(figure),
		(ink, hollow) => `class="${hollow ? 'i-hollow' : `i-${ink}`}"`,
		` class="figure" role="img" aria-label="${label}"`,
	);
}

/** A status word with its shape; the shapes are drawn once in the page and used by name. */
export function stateHtml(text: string, tone: Tone): string {
	return `<span class="state ${tone}"><svg aria-hidden="true"><use href="#g-${tone}"/></svg>${escapeHtml(text)}</span>`;
}

function rowHtml(row: Row, columns: readonly Column[]): string {
	const tone = row.tone === undefined ? '' : ` data-tone="${row.tone}"`;
	const level = row.level === undefined ? '' : ` data-level="${escapeHtml(row.level)}"`;
	const cells = row.cells.map((cell, index) => `<td${alignment(columns[index])}>${cellHtml(cell)}</td>`).join('');
	return `<tr${tone}${level}>${cells}</tr>`;
}

function lineHtml({ text, tone, strong, minor, code }: Line): string {
	if (tone !== undefined && strong === true) {
		return stateHtml(text, tone);
	}
	const classes = [tone, strong === true && 'strong', minor === true && 'minor', code === true && 'code'];
	const names = classes.filter((name) => typeof name === 'string').join(' ');
	return names === '' ? escapeHtml(text) : `<span class="${names}">${escapeHtml(text)}</span>`;
}

function headHtml({ title, axis }: Column): string {
	if (axis === undefined) {
		return escapeHtml(title);
	}
	const ticks = axis.map((tick) => `<span>${escapeHtml(tick)}</span>`).join('');
	return `${escapeHtml(title)}<div class="axis">${ticks}</div>`;
}

function alignment(column: Column | undefined): string {
	return column?.align === undefined ? '' : ` class="${column.align}"`;
}
