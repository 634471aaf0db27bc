import { describe, expect, it } from 'vitest';
import { comparisonCsv } from '../../../cli/pages/comparison-csv.ts';
import { comparisonPage } from '../../../cli/pages/comparison-page.ts';
import { comparisonsPage } from '../../../cli/pages/comparisons-page.ts';
import { columns } from '../../../cli/terminal/table.ts';
import type { Comparison } from '../../../contract/comparison.ts';
import { compareRuns, type ScoreDefinition, scoresOf } from '../../../engine/statistics/index.ts';
import { around, sampleMeasurement } from '../../engine/statistics/sample-measurement.ts';

const bandwidth = { name: 'triad', unit: 'By/s', direction: 'higher' } as const;

describe('the comparison page', () => {
	it('puts what got worse first, with medians a person can read and a sentence', () => {
		const lines = comparisonPage(comparison(), 'zh').split('\n');
		expect(lines[0]).toBe('对比：机器 B（被比） 与 机器 A（基线）');
		expect(lines[1]).toBe('可比 3 / 4 项 · 更差 1 · 更好 1 · 相当 1');
		expect(lines[4]).toMatch(/^memory +更差 +0\.900 +0\.\d{3} … 0\.\d{3} .*20 GB\/s +18 GB\/s/u);
		expect(lines).toContain('  memory: 劣于基线 10.0 %');
	});

	it('says in both languages what cannot be compared and why, and that unit-to-unit differences are left out', () => {
		expect(comparisonPage(comparison(), 'en')).toContain(
			'Not comparable:\n  crypto: suite version differs: 2.0.0 and 1.0.0',
		);
		expect(comparisonPage(comparison(), 'en')).toContain('not unit-to-unit differences');
		expect(comparisonPage(comparison(), 'zh')).toContain('套件版本不同：2.0.0 与 1.0.0');
	});

	it('shows no total when a member is missing, but how many count and which not', () => {
		const page = comparisonPage(comparison(), 'zh');
		expect(page).toMatch(/^ {2}演示分，被比 +不给出 +1 \/ 2 项$/mu);
		expect(page).toContain('  crypto/score: 套件版本不同：2.0.0 与 1.0.0');
		expect(page).toMatch(/^ {4}cpu +1\d{3}（95 % 区间 \d+ 至 \d+） +1 \/ 1 项$/mu);
	});

	it('names the reference machine, who signed its report, and that it was chosen by hand', () => {
		const page = comparisonPage(comparison(), 'en');
		expect(page).toContain('where 1000 is the reference machine: FT-2000/4 · arm64 · Kylin V10');
		expect(page).toContain(`its report sha256:${'a'.repeat(16)}…, signed by 某实验室 (trusted)`);
		expect(page).toContain('The suite names no reference');
	});

	it('names parameters only where they tell metrics apart, and the suite only when there are several', () => {
		const of = (threads: number, suiteId = 'bench-demo') =>
			sampleMeasurement(around(100, 10), { params: { threads, size: '1g' }, suiteId });
		const page = (...measurements: ReturnType<typeof of>[]) =>
			comparisonPage(compareRuns({ name: 'b', host: 'h', measurements }, { name: 'a', host: 'h', measurements }), 'en');
		expect(page(of(1), of(8))).toMatch(/^int \[threads=8\] /mu);
		expect(page(of(1), of(1, 'bench-other'))).toMatch(/^bench-other\/int /mu);
	});

	it.each(['zh', 'en'] as const)('fits a terminal of 60 columns in %s, and keeps verdict and interval', (language) => {
		const lines = comparisonPage(comparison(), language, 60).split('\n');
		const figures = lines.filter((line) => line.includes(' … '));
		expect(figures).toHaveLength(3);
		for (const line of figures) expect(columns(line)).toBeLessThanOrEqual(60);
		expect(comparisonPage(comparison(), language, 200)).toMatch(/10\/10/u);
		expect(lines.join('\n')).not.toMatch(/10\/10/u);
	});

	it('puts several candidates side by side before each one whole', () => {
		const { metrics, ...rest } = comparison();
		const other = { ...rest, candidate: '机器 C', metrics: metrics.slice(0, 1) };
		const lines = comparisonsPage([comparison(), other], 'zh').split('\n');
		expect(lines.slice(0, 3)).toEqual(['各次运行与基线 机器 A 相比：', '[1] 机器 B', '[2] 机器 C']);
		expect(lines).toContainEqual(expect.stringMatching(/^int +1\.100 更好 +1\.100 更好$/u));
		expect(lines).toContainEqual(expect.stringMatching(/^memory +0\.900 更差 +–$/u));
		expect(lines.filter((line) => line.startsWith('对比：'))).toHaveLength(2);
	});

	it('gives one sentence for all metrics that share a reason', () => {
		const busy = (caseId: string) => sampleMeasurement(around(100, 10), { caseId, flags: [{ code: 'load' }] });
		const measurements = ['int', 'float'].map(busy);
		const both = compareRuns({ name: 'b', host: 'h', measurements }, { name: 'a', host: 'h', measurements });
		expect(comparisonPage(both, 'zh')).toContain('  int、float: 测量时受到干扰（开始前主机繁忙），不下结论');
	});

	it('says so when nothing is comparable', () => {
		const empty = compareRuns({ name: 'a', host: 'h', measurements: [] }, { name: 'b', host: 'h', measurements: [] });
		expect(comparisonPage(empty, 'en')).toContain('No metric is comparable.');
	});

	it('contains no wide or narrow leftovers of a template', () => {
		for (const language of ['zh', 'en'] as const)
			expect(comparisonPage(comparison(), language)).not.toMatch(/\{|\}|undefined|null|NaN/u);
	});
});

describe('the comparison as CSV', () => {
	it('has a byte order mark, one header, one line a metric and a score, every number unrounded', () => {
		const text = comparisonCsv([comparison()], 'en');
		const [header, ...lines] = text.trimEnd().split('\r\n');
		expect(lines.map((line) => line.split(',')[0])).toEqual([
			...Array(4).fill('metric'),
			...Array(3).fill('score:candidate'),
		]);
		expect(header).toMatch(/^\uFEFFrecord,candidate,/u);
		const columns = header?.split(',') ?? [];
		const ratio = lines[0]?.split(',')[columns.indexOf('ratio')];
		expect(Number(ratio)).toBe(comparison().metrics[0]?.ratio);
	});

	it('quotes commas and quotes, and defuses what a spreadsheet would take for a formula', () => {
		const found = { ...comparison(), candidate: '=cmd|"/c calc"', baseline: 'a,b' };
		expect(comparisonCsv([found], 'en')).toContain(`\r\nmetric,"'=cmd|""/c calc""","a,b",bench-demo,`);
	});
});

function comparison(): Comparison {
	const run = (name: string, cpu: number, memory: number, version: string) => ({
		name,
		host: name,
		measurements: [
			sampleMeasurement(around(cpu, 10), { caseId: 'int' }),
			sampleMeasurement(around(memory, 10), { caseId: 'memory', metric: bandwidth }),
			sampleMeasurement(around(100, 10), { caseId: 'float' }),
			sampleMeasurement(around(100, 10), { caseId: 'crypto', suiteVersion: version }),
		],
	});
	const found = compareRuns(run('机器 B', 110, 18e9, '2.0.0'), run('机器 A', 100, 20e9, '1.0.0'));
	const member = (caseId: string, group: string) => ({
		case: caseId,
		metric: 'score',
		weight: 1,
		group,
	});
	const reference = {
		...{ reportId: `sha256:${'a'.repeat(64)}`, name: 'FT-2000/4 · arm64 · Kylin V10', signers: ['某实验室'] },
		...({ standing: 'trusted', chosenBy: 'operator' } as const),
	};
	const members = [member('int', 'cpu'), member('crypto', 'crypto')];
	const definition: ScoreDefinition = {
		...{ suiteId: 'bench-demo', suiteVersion: '1.0.0', id: 'demo', title: { zh: '演示分', en: 'Demo score' } },
		...{ members, reference },
	};
	return { ...found, scores: scoresOf(definition, found.metrics, 'candidate') };
}
