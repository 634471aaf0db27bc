import type { CaseResult, CaseSummary, Reason, RunDetail, Status, StepResult } from '../../../contract/run.ts';
import type { StandInEvidence } from './stand-in-evidence.ts';

const START = Date.parse('2026-11-22T06:05:00Z');

const LOG = [
	...Array.from(
		{ length: 40 },
		(_, index) => `[${String(index).padStart(3, '0')}] \u001b[32mok\u001b[0m 检查 /opt/demo/lib/lib${index}.so`,
	),
	'\u001b[1;31merror\u001b[0m: error while loading shared libraries: libssl.so.1.1: cannot open shared object file',
	'demo: exit 127',
	...Array.from({ length: 30 }, (_, index) => `trace ${index}`),
].join('\n');

const DELTA = {
	before: null,
	after: null,
	loads: { cpu: { before: 1.2, after: 9.8, limit: 5 }, memory: { before: 30, after: 31, limit: 5 } },
	changes: {
		ports: { added: ['tcp/8443'], removed: [], changed: [] },
		packages: { added: Array.from({ length: 14 }, (_, index) => `libdemo${index}`), removed: ['libold'], changed: [] },
		services: { added: [], removed: [], changed: [] },
	},
};

/** A finished case of each kind, one that waits for a person, and as many more as asked. */
export function standInRun(
	id: string,
	evidence: StandInEvidence,
	options: { cases: number; state: RunDetail['state'] },
) {
	const log = evidence.add('stdout', LOG);
	const decisive = LOG.indexOf('\u001b[1;31merror');
	const reason: Reason = {
		code: 'exit',
		text: {
			zh: '退出码应为 0，实际 127：找不到 libssl.so.1.1（动态库缺失）',
			en: 'The exit code should be 0 but is 127: libssl.so.1.1 was not found (missing library)',
		},
		expected: '0',
		actual: '127',
		decisive: {
			evidence: log.digest.sha256,
			byteFrom: Buffer.byteLength(LOG.slice(0, decisive)),
			byteTo: Buffer.byteLength(LOG.slice(0, LOG.indexOf('\n', decisive))),
		},
	};
	const statuses: Status[] = ['passed', 'passed', 'failed', 'errored', 'timedOut', 'skipped', 'passed', 'passed'];
	const cases = Array.from({ length: options.cases }, (_, index): CaseResult => {
		const asking = index === 8 && options.state !== 'ended';
		const status = asking ? null : (statuses[index % statuses.length] ?? 'passed');
		const startedOn = new Date(START + index * 3000).toISOString();
		const bad = status !== null && !['passed', 'skipped'].includes(status);
		return {
			key: `demo/case-${index}`,
			suite: 'demo',
			case: `case-${index}`,
			order: index,
			title: { zh: `第 ${index + 1} 个用例：动态库齐全`, en: `Case ${index + 1}: all libraries are there` },
			level: index % 3 === 0 ? 'must' : index % 3 === 1 ? 'should' : 'may',
			state: asking ? 'asking' : 'ended',
			status,
			...(status === 'skipped' ? { skip: 'blocked' as const } : {}),
			measured: index % 8 === 6,
			verdict: status === null || status === 'skipped' ? null : bad ? 'FAILED' : 'PASSED',
			...(bad ? { reason } : {}),
			startedOn,
			durationMs: status === null ? null : 1200 + index * 37,
			attempts: [
				{
					number: 1,
					status,
					...(bad ? { reason } : {}),
					startedOn,
					durationMs: 1200,
					steps: [step(startedOn, status ?? 'passed', bad ? reason : undefined, log)],
					...(index === 2 ? { delta: DELTA } : {}),
				},
			],
			answers: [],
			measurements: [],
		};
	});
	const counts = { passed: 0, failed: 0, errored: 0, timedOut: 0, skipped: 0, interrupted: 0 };
	for (const entry of cases) if (entry.status !== null) counts[entry.status] += 1;
	const detail: RunDetail = {
		id,
		state: options.state,
		status: options.state === 'ended' ? 'failed' : null,
		verdict: options.state === 'ended' ? 'FAILED' : null,
		suites: [{ id: 'demo', version: '1.0.0', title: { zh: '演示套件', en: 'Demonstration suite' } }],
		product: { id: 'demo-1', name: '示例办公软件', version: '3.2.1' },
		operator: { orgName: '示例适配实验室', person: '王工', role: 'lab' },
		planDigest: 'ab'.repeat(32),
		planEvidence: 'cd'.repeat(32),
		hostEvidence: 'ef'.repeat(32),
		plannedOn: new Date(START - 5000).toISOString(),
		startedOn: new Date(START).toISOString(),
		finishedOn: options.state === 'ended' ? new Date(START + 60_000).toISOString() : null,
		total: cases.length,
		counts,
		current: options.state === 'ended' ? null : 'demo/case-8',
		bootId: 'boot',
		cases: cases.map(summaryOf),
		notices: [
			{
				on: new Date(START + 9000).toISOString(),
				code: 'noise',
				text: { zh: '主机负载偏高（1.8）', en: 'The host was busy (load 1.8)' },
			},
		],
	};
	return { detail, cases: new Map(cases.map((entry) => [entry.key, entry])) };
}

function summaryOf({ attempts, answers: _answers, measurements, ...rest }: CaseResult): CaseSummary {
	return { ...rest, attempts: attempts.length, measurements: measurements.length };
}

function step(
	startedOn: string,
	status: Status,
	reason: Reason | undefined,
	log: ReturnType<StandInEvidence['add']>,
): StepResult {
	return {
		id: 'steps-0',
		phase: 'steps',
		index: 0,
		kind: 'run',
		argv: ['/opt/demo/bin/demo', '--self-test', '--locale', 'zh_CN.GB18030'],
		user: 'self',
		status,
		...(reason === undefined ? {} : { reason }),
		exitCode: status === 'passed' ? 0 : 127,
		signal: null,
		startedOn,
		durationMs: 1180,
		strays: 0,
		usage: { userMs: 310, systemMs: 90, maxRssBytes: 48_300_000 },
		evidence: [log],
	};
}
