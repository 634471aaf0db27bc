import { readFile } from 'node:fs/promises';
import pdfmake from 'pdfmake';
import { charactersIn } from '../content/characters.ts';
import type { ReportContent } from '../content/report-content.ts';
import { type FontMetrics, readFontMetrics, withoutFeatures } from '../font/font-metrics.ts';
import { FONT_FOLDERS, findSystemFont } from '../font/system-font.ts';
import { PAGE_LOOKS } from './page.ts';
import { RARE } from './rare-runs.ts';
import type { PdfOrder } from './render-pdf.ts';
import { createTypesetter, type Face, type Typesetter } from './typesetter.ts';

/** Hands the fonts to pdfmake as bytes, so that it needs neither files nor network, and reads what setting needs. */
export async function loadFonts({ content, fonts, fontFolders = FONT_FOLDERS, theme }: PdfOrder): Promise<Typesetter> {
	const { song, hei, heiBold } = fonts;
	const { virtualfs } = pdfmake as typeof pdfmake & { virtualfs: VirtualFiles };
	const load = async (name: string, file: string) => {
		const bytes = await readFile(file);
		const metrics = readFontMetrics(bytes, file);
		virtualfs.writeFileSync(name, Buffer.from(withoutFeatures(bytes).buffer));
		return metrics;
	};
	const [songMetrics, regular, bold] = [
		await load('song.ttf', song),
		await load('hei.ttf', hei),
		await load('hei-bold.ttf', heiBold),
	];
	const faces = {
		Song: songMetrics,
		// Headings come in both weights: what is printable in both, as wide as the wider.
		Hei: {
			canDraw: (codePoint: number) => regular.canDraw(codePoint) && bold.canDraw(codePoint),
			advance: (codePoint: number) => Math.max(regular.advance(codePoint), bold.advance(codePoint)),
		},
	};
	const system = findSystemFont(undrawn(content, faces), fontFolders);
	if (system !== null) virtualfs.writeFileSync('rare.otf', Buffer.from(system.bytes));
	pdfmake.setFonts({
		Song: { normal: 'song.ttf', bold: 'hei-bold.ttf' },
		Hei: { normal: 'hei.ttf', bold: 'hei-bold.ttf' },
		...(system === null ? {} : { [RARE]: { normal: 'rare.otf', bold: 'rare.otf' } }),
	});
	return createTypesetter(PAGE_LOOKS[theme ?? 'report'], faces, system && readFontMetrics(system.bytes, system.path));
}

function undrawn(content: ReportContent, faces: Readonly<Record<Face, FontMetrics>>): number[] {
	const codePoints = [...charactersIn(content)].map((character) => character.codePointAt(0) ?? 0);
	return codePoints.filter(
		(codePoint) => codePoint > 0x7f && !(faces.Song.canDraw(codePoint) && faces.Hei.canDraw(codePoint)),
	);
}

/** pdfmake's files in memory; its published types leave them out. */
interface VirtualFiles {
	writeFileSync(name: string, content: Buffer): void;
}
