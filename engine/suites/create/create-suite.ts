import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ShipeiError } from '../../../contract/errors.ts';
import { exampleFiles } from './example-files.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Writes a working example into a folder that is empty or not there yet. Answers the files it wrote. */
export function createSuite(directory: string, id?: string): { files: string[] } {
	const folder = resolve(directory);
	const name = id ?? basename(folder).toLowerCase();
	if (!ID.test(name)) throw new ShipeiError('suite.bad-id', { id: name });
	if (entriesOf(folder).length > 0) throw new ShipeiError('suite.exists', { directory: folder });
	try {
		return {
			files: exampleFiles(name).map(({ path, text, executable }) => write(join(folder, path), text, executable)),
		};
	} catch (error) {
		throw new ShipeiError(
			'suite.not-written',
			{ directory: folder, reason: (error as Error).message },
			{ cause: error },
		);
	}
}

function entriesOf(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw new ShipeiError(
			'suite.not-written',
			{ directory: folder, reason: (error as Error).message },
			{ cause: error },
		);
	}
}

function write(path: string, text: string, executable: boolean): string {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text, { flag: 'wx' });
	if (executable) chmodSync(path, 0o755);
	return path;
}
