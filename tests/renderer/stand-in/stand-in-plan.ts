import type { Plan, PlannedCase, PlannedStep, Touches, WrittenStep } from '../../../contract/plan.ts';
import type { ManualAnswer } from '../../../contract/run.ts';
import type { SuiteDetail } from '../../../contract/suite.ts';

export const DEMO_SUITE: SuiteDetail = {
	id: 'demo',
	version: '1.0.0',
	title: { zh: '演示套件', en: 'Demonstration suite' },
	summary: {
		zh: '安装、启动、退出与卸载，含一个人工步骤。',
		en: 'Install, start, stop and remove, with one manual step.',
	},
	category: 'application',
	product: 'package',
	origin: { kind: 'lab', directory: '/srv/suites/demo', signature: 'unsigned' },
	digest: '12'.repeat(32),
	cases: 9,
	manualCases: 1,
	rootCases: 1,
	estimatedSeconds: 95,
	learnedCases: 3,
	missing: 1,
	parameters: [
		{
			name: 'launchSeconds',
			type: 'integer',
			title: { zh: '启动等待（秒）', en: 'Seconds to wait for the start' },
			default: 20,
			required: false,
			min: 5,
			max: 600,
		},
		{
			name: 'mode',
			type: 'choice',
			title: { zh: '模式', en: 'Mode' },
			default: 'fast',
			required: true,
			choices: ['fast', 'thorough'],
		},
		{ name: 'package', type: 'file', title: { zh: '安装包', en: 'Package' }, required: true, accept: ['.deb', '.rpm'] },
		{
			name: 'verbose',
			type: 'boolean',
			title: { zh: '详细输出', en: 'Verbose output' },
			default: false,
			required: false,
		},
	],
	caseList: Array.from({ length: 9 }, (_, index) => ({
		id: `case-${index}`,
		title: { zh: `第 ${index + 1} 个用例：动态库齐全`, en: `Case ${index + 1}: all libraries are there` },
		level: 'must' as const,
		manual: index === 8,
		root: index === 0,
		needs: index > 0 ? ['case-0'] : [],
		touches: touchesOf(index),
		network: index === 1 ? { lan: ['db.lab:5432', '172.16.0.9', '${params.server}'] } : ('none' as const),
		cleanup: cleanupOf(index),
	})),
	manifest: 'schema: shipei.suite/1\nid: demo\nversion: 1.0.0\n',
};

function touchesOf(index: number): Touches {
	if (index === 0) return { packages: true, files: ['/opt/demo'], ports: [8443] };
	if (index === 2) return { services: ['demo.service'], users: ['demo'] };
	return index === 3 ? { reboot: true } : {};
}

/** The service of the third case is left running: nothing restores it. */
function cleanupOf(index: number): Extract<WrittenStep, { kind: 'run' }>[] {
	return index === 0 ? [{ kind: 'run', argv: ['dpkg', '--purge', 'demo'] }] : [];
}

const base = { timeoutMs: 60_000, idempotent: true, user: 'self' as const };

export const MANUAL_STEP: PlannedStep = {
	...base,
	kind: 'manual',
	id: 'manual-0',
	instructions: {
		zh: '1. 从开始菜单启动软件。\n2. 新建一个文档，输入“适配测试 𠮷”。\n3. 观察主窗口与打印预览。',
		en: '1. Start the software from the menu.\n2. Make a new document and type some text.\n3. Look at the main window and the print preview.',
	},
	expected: [
		{
			zh: '主窗口在 5 秒内出现，菜单为中文且没有方框字。',
			en: 'The main window appears within 5 s; the menus are readable.',
		},
		{ zh: '打印预览与屏幕显示一致。', en: 'The print preview shows what the screen shows.' },
	],
	evidence: ['screenshot'],
};

/** As far as somebody got in another browser. */
export const DRAFTED: ManualAnswer[] = [
	{ expected: 1, verdict: 'warned', actual: '页边距略有不同', comment: '', evidence: [] },
];

export function standInPlan(): Plan {
	const run: PlannedStep = {
		...base,
		kind: 'run',
		id: 'steps-0',
		argv: ['dpkg', '--info', '/srv/pkg/demo 3.2.1.deb'],
		env: {},
	};
	const cases = DEMO_SUITE.caseList.map(
		(entry, index): PlannedCase => ({
			key: `demo/${entry.id}`,
			suite: 'demo',
			case: entry.id,
			instance: {},
			title: entry.title,
			level: entry.level,
			needs: [],
			after: [],
			timeoutMs: 60_000,
			privilege: entry.root ? { user: 'root', reason: { zh: '安装软件包', en: 'installs a package' } } : null,
			touches: entry.touches,
			network: index === 1 ? { lan: ['db.lab:5432', '172.16.0.9'] } : 'none',
			steps: [entry.manual ? MANUAL_STEP : entry.root ? { ...run, user: 'root' } : run],
			cleanup: cleanupOf(index).map((step, at) => ({ ...base, env: {}, ...step, id: `cleanup-${at}` })),
			onFail: [],
			measure: [],
			bars: index === 3 ? [{ metric: 'events', must: '>= 1000' }] : [],
			repetition: null,
			delta: null,
			retry: { max: 0 },
			estimatedSeconds: 10,
			missing: [],
		}),
	) as unknown as Plan['cases'];
	return {
		schema: 'shipei.plan/1',
		digest: 'ab'.repeat(32),
		suites: [
			{
				id: 'demo',
				version: '1.0.0',
				title: DEMO_SUITE.title,
				category: 'application',
				digest: DEMO_SUITE.digest,
				origin: DEMO_SUITE.origin,
				timeoutMs: 600_000,
			},
		],
		product: null,
		params: { demo: { launchSeconds: 20 } },
		cases,
		notApplicable: [
			{
				key: 'demo/rpm',
				suite: 'demo',
				case: 'rpm',
				title: { zh: 'RPM 安装', en: 'RPM installation' },
				level: 'must',
				requirement: 'host.os.packageFormat == "rpm"',
				found: 'deb',
				reason: { zh: '需要 rpm，本机为 deb。', en: 'Needs rpm; this machine has deb.' },
			},
		],
		missing: [
			{
				kind: 'asset',
				suite: 'demo',
				name: 'assets/tool.tar.gz',
				detail: { zh: '离线资源不在套件文件夹中', en: 'The offline asset is not in the suite folder' },
				sha256: '34'.repeat(32),
			},
		],
		estimatedSeconds: 95,
	} as Plan;
}
