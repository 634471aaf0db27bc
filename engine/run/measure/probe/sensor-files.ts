import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The small text files of /proc and /sys, below a root that tests replace by hardware that is not here. */
export class SensorFiles {
	readonly #root: string;

	constructor(root: string) {
		this.#root = root;
	}

	/** Trimmed text, or null when it is not there or not readable: a machine without that sensor. */
	async text(path: string): Promise<string | null> {
		try {
			return (await readFile(join(this.#root, path), 'utf8')).trim();
		} catch {
			return null;
		}
	}

	/** The same at this very moment: for clocks that are compared with each other, where waiting would be the error. */
	textNow(path: string): string | null {
		try {
			return readFileSync(join(this.#root, path), 'utf8').trim();
		} catch {
			return null;
		}
	}

	async number(path: string): Promise<number | null> {
		const text = await this.text(path);
		const value = text === null || text === '' ? Number.NaN : Number(text);
		return Number.isFinite(value) ? value : null;
	}

	/** Paths of the entries whose name matches, in a stable order; empty when the folder is not there. */
	async entries(folder: string, name: RegExp): Promise<string[]> {
		try {
			const names = (await readdir(join(this.#root, folder))).filter((entry) => name.test(entry));
			return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((entry) => join(folder, entry));
		} catch {
			return [];
		}
	}
}
