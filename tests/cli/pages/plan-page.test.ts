import { describe, expect, it } from 'vitest';
import { planPage } from '../../../cli/pages/plan-page.ts';
import { problemsPage } from '../../../cli/pages/problems-page.ts';
import { sampleHost } from '../../engine/suites/sample-host.ts';
import { suiteOf } from '../../engine/suites/suite-test.ts';

const SUITE = `packages: {fio: {deb: fio}}
assets: [{path: assets/tool.tar.gz, sha256: ${'a'.repeat(64)}}]
cases:
  - id: install
    title: {zh: 安装, en: Install}
    tools: [fio]
    estimate: 90s
    privilege: {user: root, reason: {zh: 安装软件包, en: installs a package}}
    touches: {packages: true, files: [/opt/demo]}
    network: {lan: [10.0.0.1]}
    steps:
      - run: [dpkg, -i, "it's here.deb"]
      - manual: {instructions: {zh: 看屏幕, en: Look at the screen}, expect: [{zh: 好, en: Good}]}
      - reboot: true
    cleanup: [{run: [dpkg, -r, demo]}]
    onFail: [{action: logs.collect, with: {kernel: true}}]
    measure: [{metric: speed, unit: 1/s, direction: higher, from: {regex: a}}]
    bar: {metric: speed, must: '>= 1000'}
  - id: arm
    title: {zh: 只在 ARM, en: On ARM only}
    requires: ['host.cpu.isa == "aarch64"']
    steps: [{run: [x]}]
`;

async function page(language: 'zh' | 'en'): Promise<string> {
	using folder = suiteOf(SUITE);
	const host = sampleHost({ 'cpu.isa': 'x86_64', 'os.packageFormat': 'deb' });
	return planPage(await folder.plan({ host }, { tools: { find: () => null } }), language);
}

describe('The dry run', () => {
	it('states what waiting for a busy host may add, beside the estimate of what is measured', async () => {
		using folder = suiteOf(`cases:
  - id: speed
    title: {zh: 速度, en: Speed}
    estimate: 20s
    bench: {}
    steps: [{run: [speed]}]
    measure: [{metric: speed, unit: 1/s, direction: higher, from: {regex: a}}]
`);
		const plan = await folder.plan({ host: sampleHost({}) });
		expect(planPage(plan, 'en')).toContain('Estimated time  20 s (a busy host adds up to 2 min of waiting)');
		expect(planPage(plan, 'zh')).toContain('预计用时  20 秒（主机繁忙时另等待，至多 2 分）');
		expect(await page('en')).not.toContain('busy host');
	});

	it('shows every command, privilege, side effect, asset, package and the estimated time', async () => {
		const text = await page('en');
		for (const part of [
			"$ dpkg -i 'it'\\''s here.deb'",
			'[root]',
			'root: installs a package',
			'cleanup (always): [root] $ dpkg -r demo',
			'when it fails: [root] logs.collect (collect logs as evidence) {"kernel":true}',
			'by hand: Look at the screen',
			'restarts the machine and goes on by itself',
			'changes packages; files /opt/demo',
			'network 10.0.0.1',
			'bar speed must >= 1000',
			'Estimated time  1 min 30 s',
			'“fio” is not installed: install the package “fio” (offline: from the asset pack).',
			'The offline asset “assets/tool.tar.gz” is missing',
			'steps that need root: 5',
			'restarts of the machine: 1',
			'the network is used: 10.0.0.1',
		]) {
			expect(text).toContain(part);
		}
	});

	it('shows what does not apply, with its reason, in the reader’s language', async () => {
		expect(await page('en')).toContain('The processor’s instruction set must be “aarch64”; here it is “x86_64”.');
		const zh = await page('zh');
		expect(zh).toContain('处理器指令集须为 “aarch64”，本机为 “x86_64”。');
		expect(zh).toContain('计划（尚未执行任何操作）');
		expect(zh).toContain('未安装“fio”，请安装软件包“fio”（离线时取自资产包）。');
		expect(zh).toContain('1 分 30 秒');
	});
});

describe('The findings of suite check', () => {
	it('begin with file, line and column and say what was expected and what was found', () => {
		using folder = suiteOf(
			'cases:\n  - id: one\n    title: {zh: 一, en: One}\n    timeout: soon\n    steps: [{run: [a]}]\n',
		);
		const problems = folder.problems();
		const file = problems[0]?.file;
		expect(problemsPage(problems, 'en')).toBe(
			`${file}:9:14: error cases[0].timeout\n  expected: a time such as 500ms, 10s, 30m, 2h or 1h30m\n  found: soon`,
		);
		expect(problemsPage(problems, 'zh')).toContain(
			'错误 cases[0].timeout\n  应为：时长，如 500ms、10s、30m、2h 或 1h30m\n  实为：soon',
		);
	});
});
