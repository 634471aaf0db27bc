import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestProblem, SuiteSummary } from '../../../contract/suite.ts';
import type { Manifest } from '../manifest/suite.ts';
import { checkMeaning } from '../read/check-meaning.ts';
import { type ReadManifest, readManifest } from '../read/read-manifest.ts';

export const MANIFEST_NAME = 'suite.yaml';

/** A suite as it was read from its folder; `manifest` is null when its form is wrong. */
export interface LoadedSuite {
	readonly directory: string;
	readonly origin: SuiteSummary['origin']['kind'];
	readonly text: string;
	readonly manifest: Manifest | null;
	/** Errors and warnings; with an error the suite is not run. */
	readonly problems: readonly ManifestProblem[];
}

const cache = new Map<string, { readonly stamp: string; readonly text: string; readonly read: ReadManifest }>();

/** Reads and checks the suite in a folder. An unchanged manifest is not parsed again, but the files it names are looked for. */
export function loadSuite(directory: string, origin: LoadedSuite['origin']): LoadedSuite {
	const file = join(directory, MANIFEST_NAME);
	try {
		const { text, read } = parsed(file);
		const { manifest } = read;
		const problems = manifest === null ? read.problems : checkMeaning(file, manifest, read.source, directory);
		return { directory, origin, text, manifest, problems };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === undefined) throw error;
		return { directory, origin, text: '', manifest: null, problems: [unreadable(file, error as Error)] };
	}
}

/** A suite that cannot be read is one finding more; it never takes the others with it. */
function unreadable(file: string, { message }: Error): ManifestProblem {
	const expected = { zh: '可读取的文件', en: 'a file that can be read' };
	return { file, line: 1, column: 1, path: '', expected, found: message, severity: 'error' };
}

function parsed(file: string): { readonly text: string; readonly read: ReadManifest } {
	const stat = statSync(file);
	const stamp = `${stat.ino}:${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}`;
	const known = cache.get(file);
	if (known?.stamp === stamp) return known;
	const text = readFileSync(file, 'utf8');
	const entry = { stamp, text, read: readManifest(file, text) };
	cache.set(file, entry);
	return entry;
}
