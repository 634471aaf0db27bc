import { basename, join } from 'node:path';
import type { Retention, StorageKind } from '../../../contract/storage.ts';
import type { Store } from '../../store/index.ts';
import { everImported, importedReports } from '../imported-reports.ts';
import type { FileUse } from './folder-use.ts';

/** Work that goes on has files there, too; it touches them within a day. */
const LEFT_AFTER_MS = 24 * 3600 * 1000;
/** As many names of each as people look through. */
const MOST_NAMES = 20;
const WHERE = {
	scratch: 'scratch',
	schemaBackups: 'backups',
	unnamed: 'evidence',
	removedReports: 'evidence',
} as const;

type What = keyof typeof WHERE;

/** Files that nothing needs any more, found while all are looked at. */
export function createLeftovers(
	store: Store,
	dataDirectory: string,
	now: Date,
): { look(kind: StorageKind, file: FileUse): void; found(): Retention[] } {
	const kept = new Set(importedReports(store).map(({ sha256 }) => sha256));
	const removed = new Set(everImported(store).filter((sha256) => !kept.has(sha256)));
	const proposals = new Map<What, Retention>();
	// Evidence comes folder by folder, each with the first two letters of its digests: so few names at a time.
	let named: { beginning: string; digests: ReadonlySet<string> } = { beginning: '', digests: new Set() };

	const isNamed = (sha256: string) => {
		const beginning = sha256.slice(0, 2);
		if (named.beginning !== beginning) named = { beginning, digests: store.evidenceNamed(beginning) };
		return named.digests.has(sha256);
	};
	const whatOf = (kind: StorageKind, { path, changedMs }: FileUse): What | null => {
		const old = now.getTime() - changedMs > LEFT_AFTER_MS;
		if (kind === 'scratch') return old ? 'scratch' : null;
		if (kind === 'backups') return 'schemaBackups';
		if (kind !== 'evidence') return null;
		const name = basename(path);
		if (removed.has(name)) return 'removedReports';
		// Evidence is kept a moment before the record that names it.
		return old && !isNamed(name) ? 'unnamed' : null;
	};
	return {
		look(kind, file) {
			const what = whatOf(kind, file);
			if (what === null) return;
			const before = proposals.get(what);
			proposals.set(what, {
				what,
				files: (before?.files ?? 0) + 1,
				bytes: (before?.bytes ?? 0) + file.bytes,
				directory: join(dataDirectory, WHERE[what]),
				names: [...(before?.names ?? []), basename(file.path)].slice(0, MOST_NAMES),
				before: null,
			});
		},
		found: () => [...proposals.values()],
	};
}
