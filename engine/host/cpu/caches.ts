import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { parseCacheSize } from './lscpu.ts';

type Cache = HostProfile['cpu']['caches'][number];

const LEVELS: readonly { key: string; level: number; type: Cache['type'] }[] = [
	{ key: 'l1d cache', level: 1, type: 'data' },
	{ key: 'l1i cache', level: 1, type: 'instruction' },
	{ key: 'l2 cache', level: 2, type: 'unified' },
	{ key: 'l3 cache', level: 3, type: 'unified' },
];

/**
 * Bytes over the whole machine. lscpu since 2.34 prints the sum ("12 MiB", lately with the instances), before that the
 * size of ONE cache ("32K"): such an answer is not a total and stays unknown.
 */
export function detectCaches(read: CpuEvidence): Cache[] {
	return LEVELS.flatMap(({ key, level, type }) => {
		const entry = read.lscpu.get(key);
		if (entry === undefined) return [];
		const line = evidence('lscpu', entry.raw, entry.line);
		const size = parseCacheSize(entry.value);
		const total = / [KMG]iB/u.test(entry.value);
		if (size === undefined || !total) return [{ level, type, bytes: unknown<number>('size of one cache only', line) }];
		const bytes = size.instances === undefined ? likely(size.bytes, line) : certain(size.bytes, line);
		return [{ level, type, bytes }];
	});
}
