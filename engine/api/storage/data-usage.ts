import type { Storage, StorageKind } from '../../../contract/storage.ts';
import type { Store } from '../../store/index.ts';
import { diskOf, filesBelow, kindOf } from './folder-use.ts';
import { createLeftovers } from './leftovers.ts';
import { reportedRuns } from './reported-runs.ts';

interface UsageParts {
	readonly store: Store;
	readonly dataDirectory: string;
	readonly now: Date;
}

/** What the data folder takes, by kind, and what could go. Reads on and on in small steps; deletes nothing. */
export async function dataUsage({ store, dataDirectory, now }: UsageParts): Promise<Storage> {
	const kinds = new Map<StorageKind, { files: number; bytes: number }>();
	const leftovers = createLeftovers(store, dataDirectory, now);
	for await (const file of filesBelow(dataDirectory)) {
		const kind = kindOf(file.path);
		const { files, bytes } = kinds.get(kind) ?? { files: 0, bytes: 0 };
		kinds.set(kind, { files: files + 1, bytes: bytes + file.bytes });
		leftovers.look(kind, file);
	}
	const reported = await reportedRuns(store, dataDirectory, now);
	return {
		directory: dataDirectory,
		kinds: [...kinds].map(([kind, amount]) => ({ kind, ...amount })).sort((a, b) => b.bytes - a.bytes),
		bytes: [...kinds.values()].reduce((sum, { bytes }) => sum + bytes, 0),
		disk: await diskOf(dataDirectory),
		evidence: store.evidenceCount(),
		proposals: [...leftovers.found(), ...(reported === null ? [] : [reported])],
	};
}
