import type { Output } from '../../contract/methods.ts';
import { openSteps, runCommand } from '../process/index.ts';
import type { Store } from '../store/index.ts';
import { readProfile } from './host-calls.ts';
import type { Watching } from './watched-work.ts';

type Check = Output<'about.selfTest'>[number];

export interface SelfTestParts {
	readonly store: Store;
	readonly kernels: string | null;
	readonly supervisor: string | null;
	readonly now: () => Date;
}

const KERNELS_DEADLINE_MS = 60_000;

/** Of the two checks of what is recorded, the share that the database takes; measured on a large one. */
const DATABASE_SHARE = 0.7;

/**
 * Whether the tool itself can be relied on here: records, built-in kernels, supervisor, clock. Changes nothing; what takes
 * long is done elsewhere, so that runs and windows go on.
 */
export async function selfTest(parts: SelfTestParts, watching?: Watching): Promise<Check[]> {
	return [
		await database(parts, watching, (share) => DATABASE_SHARE * share),
		await chain(parts, watching, (share) => DATABASE_SHARE + (1 - DATABASE_SHARE) * share),
		await kernels(parts),
		supervisor(parts),
		clock(parts),
	];
}

type OfWhole = (share: number) => number;

async function database({ store }: SelfTestParts, watching: Watching | undefined, ofWhole: OfWhole): Promise<Check> {
	const problems = await store.check('database', within(watching, ofWhole));
	if (problems.length === 0) return passed('database', '数据库完整。', 'The database is whole.');
	return failed('database', `数据库损坏：${problems.join('；')}`, `The database is damaged: ${problems.join('; ')}`);
}

async function chain({ store }: SelfTestParts, watching: Watching | undefined, ofWhole: OfWhole): Promise<Check> {
	const { intact, entries, firstBad } = await store.check('chain', within(watching, ofWhole));
	if (intact) return passed('chain', `${entries} 条记录的哈希链完整。`, `The chain of ${entries} records is unbroken.`);
	return failed('chain', `哈希链自第 ${firstBad} 条起断裂。`, `The chain is broken from record ${firstBad} on.`);
}

function within(watching: Watching | undefined, ofWhole: OfWhole): Partial<Watching> {
	if (watching === undefined) return {};
	return { signal: watching.signal, onShare: (share) => watching.onShare(ofWhole(share)) };
}

/** `verify` computes known answers and every kernel's checksum. */
async function kernels({ kernels: program }: SelfTestParts): Promise<Check> {
	if (program === null)
		return unknown('kernels', '没有适用于此架构的内置内核。', 'There are no built-in kernels here.');
	const { state, exitCode, stderr } = await runCommand([program, 'verify'], { deadlineMs: KERNELS_DEADLINE_MS });
	if (state === 'exited' && exitCode === 0)
		return passed('kernels', '内置内核的已知答案与校验和全部正确。', 'All known answers of the kernels are right.');
	const why = stderr.trim().slice(0, 300) || state;
	return failed('kernels', `内置内核自检不通过：${why}`, `The kernels’ self-check failed: ${why}`);
}

function supervisor({ supervisor: program }: SelfTestParts): Check {
	if (program === null)
		return unknown(
			'supervisor',
			'没有适用于此架构的监管程序，由引擎直接启动步骤。',
			'There is no supervisor here: the engine starts steps itself.',
		);
	const { unsupervised } = openSteps(program);
	if (unsupervised === null) return passed('supervisor', '监管程序可以启动。', 'The supervisor starts.');
	return failed('supervisor', `监管程序无法启动：${unsupervised}`, `The supervisor does not start: ${unsupervised}`);
}

function clock({ store, now }: SelfTestParts): Check {
	const last = store.facts(Math.max(0, store.head().seq - 1), 1)[0]?.at;
	if (last !== undefined && Date.parse(last) > now().getTime())
		return failed(
			'clock',
			`时钟早于最后一条记录（${last}）：可能被调回。`,
			`The clock is before the last record (${last}): it was set back.`,
		);
	const [newest] = store.hosts();
	const synchronised = newest === undefined ? null : readProfile(store, newest.evidence).timeSource.synchronised.value;
	if (synchronised === true) return passed('clock', '时钟已同步，且不早于最后一条记录。', 'The clock is synchronised.');
	return unknown(
		'clock',
		'时钟不早于最后一条记录；是否与时间服务同步未知。',
		'The clock is not before the last record; whether a time service keeps it is not known.',
	);
}

const passed = (id: Check['id'], zh: string, en: string): Check => ({ id, outcome: 'passed', detail: { zh, en } });
const failed = (id: Check['id'], zh: string, en: string): Check => ({ id, outcome: 'failed', detail: { zh, en } });
const unknown = (id: Check['id'], zh: string, en: string): Check => ({ id, outcome: 'unknown', detail: { zh, en } });
