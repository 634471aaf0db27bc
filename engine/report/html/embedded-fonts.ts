import { readFile } from 'node:fs/promises';
import { charactersIn } from '../content/characters.ts';
import type { ReportContent } from '../content/report-content.ts';
import { subsetFont } from '../font/subset-font.ts';
import type { FontFiles } from '../fonts.ts';

/** The names under which the style sheet asks for the embedded faces. */
export const EMBEDDED = { song: 'Shipei Song', hei: 'Shipei Hei' } as const;

/**
 * The report's own characters in the three faces, as style rules with the fonts inside: then a machine without Chinese
 * fonts shows and prints it right.
 */
export async function embeddedFonts(content: ReportContent, { song, hei, heiBold }: FontFiles): Promise<string> {
	const ascii = Array.from({ length: 95 }, (_, index) => 0x20 + index);
	const used = [...charactersIn(content)].map((character) => character.codePointAt(0) ?? 0);
	const face = async (family: string, weight: number, file: string) => {
		const font = Buffer.from(subsetFont(await readFile(file), [...ascii, ...used])).toString('base64');
		return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/ttf;base64,${font})}`;
	};
	const faces = [
		await face(EMBEDDED.song, 400, song),
		await face(EMBEDDED.hei, 400, hei),
		await face(EMBEDDED.hei, 700, heiBold),
	];
	return faces.join('\n');
}
