import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';

/** Absolute paths of the three faces that are embedded in PDF: 宋 for text, 黑 for headings. OFL-1.1, fsType 0. */
export interface FontFiles {
	readonly song: string;
	readonly hei: string;
	readonly heiBold: string;
}

const FACES = {
	song: ['noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'],
	hei: ['noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'],
	heiBold: ['noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'],
} as const satisfies Record<keyof FontFiles, readonly [string, string, string]>;

/** Overrides where a packaged application keeps its fonts: a folder with the three TTF files. */
const FOLDER_VARIABLE = 'SHIPEI_FONTS';

/**
 * Finds the fonts: in the given folder, else in the folder that the environment names, else in the font packages.
 * A packaged application carries the three files only, not the packages of 200 MB.
 */
export function findFonts(folder: string | undefined = process.env[FOLDER_VARIABLE]): FontFiles {
	const find = ([name, weight, file]: readonly [string, string, string]) => {
		const path = folder === undefined ? inPackage(name, weight, file) : join(folder, file);
		if (path === null || !existsSync(path)) {
			throw new ShipeiError('report.fontMissing', { file, folder: folder ?? `@expo-google-fonts/${name}` });
		}
		return path;
	};
	return { song: find(FACES.song), hei: find(FACES.hei), heiBold: find(FACES.heiBold) };
}

function inPackage(name: string, weight: string, file: string): string | null {
	try {
		const manifest = createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}/package.json`);
		return join(dirname(manifest), weight, file);
	} catch {
		// Not installed is one of the two normal cases; the caller says which file is missing.
		return null;
	}
}
