import { AlignmentType, type IRunOptions, Paragraph, TextRun } from 'docx';
import { visibleText } from '../../../contract/visible-text.ts';
import type { Line, Tone } from '../content/block.ts';

/** Fonts by name: the reader's office has them, a DOCX embeds none. */
export const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
export const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' };
const MONO = { ascii: 'Consolas', hAnsi: 'Consolas', eastAsia: '宋体', cs: 'Consolas' };

/** Half points. 五号, 小五, and smaller ones. */
export const TEXT_SIZE = 21;
export const TABLE_SIZE = 18;
const MINOR_SIZE = 15;
const CODE_SIZE = 13;

export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
	passed: '1A6B3C',
	warned: '8A5200',
	failed: 'B3261E',
	errored: '7A2E8E',
	timedOut: '7D4E00',
	skipped: '57606A',
	interrupted: '5A4A3A',
};

/** Text with its line ends kept: Word takes a line end inside a run for a blank. */
export function textRuns(text: string, look: IRunOptions): TextRun[] {
	return visibleText(text)
		.split('\n')
		.map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

export function paragraph(text: string, look: IRunOptions = {}, center = false): Paragraph {
	return new Paragraph({
		spacing: { before: 40, after: 80 },
		...(center ? { alignment: AlignmentType.CENTER } : {}),
		children: textRuns(text, { font: SONG, size: TEXT_SIZE, ...look }),
	});
}

/** How a line of a table cell looks. */
export function lineLook({ tone, strong, minor, code }: Line): IRunOptions {
	return {
		font: code === true ? MONO : strong === true ? HEI : SONG,
		size: code === true ? CODE_SIZE : minor === true ? MINOR_SIZE : TABLE_SIZE,
		...(strong === true ? { bold: true } : {}),
		...(tone !== undefined ? { color: TONE_COLOURS[tone] } : minor === true ? { color: '4A545E' } : {}),
	};
}
