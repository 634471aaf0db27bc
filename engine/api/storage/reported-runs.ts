import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Retention } from '../../../contract/storage.ts';
import type { Store } from '../../store/index.ts';
import { statementOfReport } from '../correction.ts';

const OLD_AFTER_MS = 180 * 24 * 3600 * 1000;
const MOST_NAMES = 20;

/**
 * Evidence that an old signed report carries, too: at most so much, as another run may have recorded the same bytes. Null
 * where there is none.
 */
export async function reportedRuns(store: Store, dataDirectory: string, now: Date): Promise<Retention | null> {
	const before = new Date(now.getTime() - OLD_AFTER_MS).toISOString();
	const old = new Map<string, number>();
	const needed = new Set<string>();
	const runs = new Set<string>();
	for (const report of store.reports()) {
		// Reading a long report takes its time: whatever else waits comes first.
		await setImmediate();
		const evidence = statementOfReport(store, report.envelope).predicate.evidence;
		const isOld = report.on < before && existsSync(report.file);
		if (isOld) runs.add(report.run);
		for (const { digest, size, withheld } of evidence) {
			if (isOld && withheld === undefined) old.set(digest.sha256, size);
			else needed.add(digest.sha256);
		}
	}
	const free = [...old].filter(([sha256]) => !needed.has(sha256));
	if (free.length === 0) return null;
	return {
		what: 'reported',
		files: free.length,
		bytes: free.reduce((sum, [, size]) => sum + size, 0),
		directory: join(dataDirectory, 'evidence'),
		names: [...runs].slice(0, MOST_NAMES),
		before,
	};
}
