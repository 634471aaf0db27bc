import type { Content } from 'pdfmake/interfaces.js';
import type { Block, Picture, Section } from '../content/block.ts';
import { factsContent, tableContent } from './cells.ts';
import { TABLE_SIZE, textWidth } from './page.ts';
import { setLines } from './set-lines.ts';
import type { Typesetter } from './typesetter.ts';

/** A section or an appendix: its heading is a bookmark and a line of the contents, as are the headings inside. */
export function sectionContent(section: Section, suppliedMark: string, type: Typesetter): Content[] {
	return [
		heading(section.title, 'h1', section.id, undefined, type),
		...section.blocks.map((block) => blockContent(block, section.id, suppliedMark, type)),
	];
}

/** Points below a heading that must fit on its page too: a heading alone at the foot of a page leads nowhere. */
const COMPANY = 72;

function heading(text: string, style: 'h1' | 'h2', id: string, parent: string | undefined, type: Typesetter): Content {
	return {
		unbreakable: true,
		// The blank takes part in the decision where the heading goes, then gives its room back.
		marginBottom: -COMPANY,
		stack: [
			{
				text: type.print(text, 'Hei'),
				style,
				id,
				tocItem: true,
				tocMargin: style === 'h1' ? [0, 1, 0, 0] : [16, 0, 0, 0],
				tocStyle: { fontSize: style === 'h1' ? 10 : 9, lineHeight: 0.85 },
				tocNumberStyle: { fontSize: 9, lineHeight: 0.85 },
				outline: true,
				...(parent === undefined ? { outlineExpanded: false } : { outlineParentId: parent }),
			},
			{ text: '', fontSize: 1, marginBottom: COMPANY },
		],
	};
}

function blockContent(block: Block, section: string, suppliedMark: string, type: Typesetter): Content {
	switch (block.kind) {
		case 'heading':
			return heading(block.text, 'h2', block.id, section, type);
		case 'paragraph':
			return {
				...setLines(
					type.lines(
						block.text,
						block.strong === true ? 'Hei' : 'Song',
						textWidth(type.look),
						block.note === true ? TABLE_SIZE : type.look.textSize,
					),
				),
				...(block.note === true ? { style: 'note' } : { margin: [0, 2, 0, 6] }),
				...(block.strong === true ? { font: 'Hei', bold: true } : {}),
			};
		case 'list':
			return listContent(block.ordered, block.items, type);
		case 'facts':
			return factsContent(block.rows, suppliedMark, type);
		case 'table':
			return tableContent(block.columns, block.rows, type);
		case 'pictures':
			return picturesContent(block.pictures, type);
	}
}

export function listContent(ordered: boolean, items: readonly string[], type: Typesetter): Content {
	const entries = items.map((item) => ({
		...setLines(type.lines(item, 'Song', textWidth(type.look) - 24, type.look.textSize)),
		margin: [0, 1, 0, 2] as [number, number, number, number],
	}));
	return ordered ? { ol: entries, margin: [0, 2, 0, 6] } : { ul: entries, margin: [0, 2, 0, 6] };
}

const PICTURES_A_ROW = 3;
const GAP = 10;

function picturesContent(pictures: readonly Picture[], type: Typesetter): Content {
	const width = (textWidth(type.look) - GAP * (PICTURES_A_ROW - 1)) / PICTURES_A_ROW;
	const rows = Array.from({ length: Math.ceil(pictures.length / PICTURES_A_ROW) }, (_, row) =>
		pictures.slice(row * PICTURES_A_ROW, (row + 1) * PICTURES_A_ROW),
	);
	return rows.map((row) => ({
		columns: row.map(({ bytes, type: kind, caption }) => ({
			width,
			unbreakable: true,
			stack: [
				{
					image: `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`,
					fit: [width, width * 0.8] as [number, number],
				},
				{ ...setLines(type.lines(caption, 'Song', width, TABLE_SIZE)), style: 'note' },
			],
		})),
		columnGap: GAP,
		margin: [0, 4, 0, 4] as [number, number, number, number],
	}));
}
