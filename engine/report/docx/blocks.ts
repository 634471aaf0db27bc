import { Bookmark, type FileChild, HeadingLevel, ImageRun, Paragraph, TextRun } from 'docx';
import { visibleText } from '../../../contract/visible-text.ts';
import type { Block, Picture, Section } from '../content/block.ts';
import { HEI, paragraph, SONG, TABLE_SIZE, TEXT_SIZE, textRuns } from './runs.ts';
import { dataTable, factsTable } from './tables.ts';

export function sectionChildren(section: Section, suppliedMark: string): FileChild[] {
	return [
		heading(section.title, 1, section.id),
		...section.blocks.flatMap((block) => blockChildren(block, suppliedMark)),
	];
}

export function heading(text: string, level: 1 | 2, id: string): Paragraph {
	const run = new TextRun({
		text: visibleText(text),
		font: HEI,
		bold: true,
		size: level === 1 ? 32 : 26,
		color: '000000',
	});
	return new Paragraph({
		heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
		keepNext: true,
		spacing: level === 1 ? { before: 320, after: 160 } : { before: 200, after: 120 },
		children: [new Bookmark({ id: id.replaceAll('-', '_'), children: [run] })],
	});
}

function blockChildren(block: Block, suppliedMark: string): FileChild[] {
	switch (block.kind) {
		case 'heading':
			return [heading(block.text, 2, block.id)];
		case 'paragraph':
			return [
				paragraph(
					block.text,
					block.strong === true
						? { font: HEI, bold: true }
						: block.note === true
							? { size: TABLE_SIZE, color: '4A545E' }
							: {},
				),
			];
		case 'list':
			return listChildren(block.ordered, block.items);
		case 'facts':
			return [factsTable(block.rows, suppliedMark), gap()];
		case 'table':
			return [dataTable(block.columns, block.rows), gap()];
		case 'pictures':
			return block.pictures.flatMap(pictureChildren);
	}
}

/** Numbers are written out: Word's own numbering would go on from list to list. */
export function listChildren(ordered: boolean, items: readonly string[]): Paragraph[] {
	return items.map(
		(item, index) =>
			new Paragraph({
				indent: { left: 420, hanging: 420 },
				spacing: { after: 60 },
				children: textRuns(`${ordered ? `${index + 1}.` : '•'}\t${item}`, { font: SONG, size: TEXT_SIZE }),
			}),
	);
}

/** Word joins two tables that follow each other directly. */
export function gap(): Paragraph {
	return new Paragraph({ spacing: { before: 0, after: 0, line: 160 }, children: [] });
}

const PICTURE_WIDTH = 360;

function pictureChildren({ bytes, type, width, height, caption }: Picture): Paragraph[] {
	const scale = Math.min(1, PICTURE_WIDTH / width);
	const image = new ImageRun({
		type: type === 'jpeg' ? 'jpg' : 'png',
		data: bytes,
		transformation: { width: width * scale, height: height * scale },
		altText: { name: 'evidence', description: visibleText(caption) },
	});
	return [
		new Paragraph({ keepNext: true, spacing: { before: 120 }, children: [image] }),
		paragraph(caption, { size: TABLE_SIZE, color: '4A545E' }),
	];
}
