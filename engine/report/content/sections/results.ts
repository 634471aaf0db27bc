import type { ReportTest } from '../../../../contract/report.ts';
import { countTests } from '../../facts/counts.ts';
import { evidenceNumbers } from '../../facts/evidence-number.ts';
import { lookOf, OUTCOME_HEADS, OUTCOMES } from '../../facts/outcome.ts';
import { characteristic, LEVEL_WORDS } from '../../text/words.ts';
import { type Block, type Cell, cell, type Row, type Section } from '../block.ts';
import type { Context } from '../context.ts';
import { manualResults } from './manual-results.ts';

/** 5 测试结果 */
export function resultsSection(context: Context): Section {
	const { say } = context;
	return {
		id: 's5',
		title: say({ zh: '5 测试结果', en: '5 Results' }),
		blocks: [
			{ kind: 'heading', level: 2, id: 's5-1', text: say({ zh: '5.1 汇总', en: '5.1 Overview' }) },
			overviewTable(context),
			{ kind: 'heading', level: 2, id: 's5-2', text: say({ zh: '5.2 结果明细', en: '5.2 Results in detail' }) },
			detailTable(context),
			...manualResults(context),
		],
	};
}

/** Characteristic by level; one line for everything at the end. */
function overviewTable({ predicate, say }: Context): Block {
	const { tests } = predicate;
	const names = [...new Set(tests.map((test) => test.characteristic))];
	const groups = names.flatMap((name) =>
		(['must', 'should', 'may'] as const).map((level) => ({
			name: characteristic(name, say),
			level: say(LEVEL_WORDS[level]),
			tests: tests.filter((test) => test.characteristic === name && test.level === level),
		})),
	);
	const row = (name: string, level: string, members: readonly ReportTest[], strong: boolean): Row => {
		const counts = countTests(members);
		const figures = [counts.total, ...OUTCOMES.map((outcome) => counts[outcome])];
		return { cells: [name, level, ...figures.map(String)].map((text) => cell(text, strong ? { strong } : {})) };
	};
	return {
		kind: 'table',
		id: 't-overview',
		columns: [
			{ title: say({ zh: '特性', en: 'Characteristic' }), weight: 22 },
			{ title: say({ zh: '级别', en: 'Level' }), weight: 10, align: 'center' },
			{ title: say({ zh: '总数', en: 'Total' }), weight: 9, align: 'center' },
			...OUTCOMES.map((outcome) => ({ title: say(OUTCOME_HEADS[outcome]), weight: 11, align: 'center' as const })),
		],
		rows: [
			...groups
				.filter((group) => group.tests.length > 0)
				.map((group) => row(group.name, group.level, group.tests, false)),
			row(say({ zh: '合计', en: 'All' }), '', tests, true),
		],
	};
}

/** English words are not to be broken, and leave less for the names. */
const DETAIL_WEIGHTS = {
	zh: { number: 8, name: 35, level: 10, expected: 21, actual: 25, verdict: 17, evidence: 13, remarks: 14 },
	en: { number: 8, name: 28, level: 12, expected: 19, actual: 24, verdict: 20, evidence: 15, remarks: 17 },
} as const;

function detailTable(context: Context): Block {
	const { predicate, say, language } = context;
	const weights = DETAIL_WEIGHTS[language];
	return {
		kind: 'table',
		id: 't-results',
		searchable: true,
		columns: [
			{ title: say({ zh: '序号', en: 'No.' }), weight: weights.number, align: 'center' },
			{ title: say({ zh: '用例名称与编号', en: 'Case' }), weight: weights.name },
			{ title: say({ zh: '级别', en: 'Level' }), weight: weights.level, align: 'center' },
			{ title: say({ zh: '预期结果', en: 'Expected' }), weight: weights.expected },
			{ title: say({ zh: '实际结果', en: 'Actual' }), weight: weights.actual },
			{ title: say({ zh: '结论', en: 'Verdict' }), weight: weights.verdict, align: 'center' },
			{ title: say({ zh: '证据号', en: 'Evidence' }), weight: weights.evidence, align: 'center' },
			{ title: say({ zh: '备注', en: 'Remarks' }), weight: weights.remarks },
		],
		rows: predicate.tests.map((test, index) => detailRow(context, test, index)),
	};
}

function detailRow(context: Context, test: ReportTest, index: number): Row {
	const { say, told } = context;
	const look = lookOf(test);
	const level = say(LEVEL_WORDS[test.level]);
	return {
		tone: look.tone,
		level,
		cells: [
			cell(String(index + 1)),
			{ lines: [{ text: told(test.title) }, { text: told(test.id), minor: true, code: true }] },
			cell(level),
			cell(expectedText(context, test)),
			cell(actualText(context, test)),
			cell(say(look.word), { tone: look.tone, strong: true }),
			cell(test.evidence.length === 0 ? '—' : evidenceNumbers(test.evidence)),
			remarksCell(context, test),
		],
	};
}

/** What the case asks for; the rule that decided beside it, where the case says nothing itself. */
function expectedText({ told, say }: Context, test: ReportTest): string {
	if (test.expected !== undefined) {
		return told(test.expected);
	}
	const manual = test.manual.map(({ expectation }) => told(expectation)).filter((text) => text !== '');
	if (test.reason?.expected !== undefined) {
		return told(test.reason.expected);
	}
	return manual.length > 0 ? told(manual.join('\n')) : say({ zh: '见套件', en: 'See suite' });
}

function actualText({ told, say }: Context, test: ReportTest): string {
	const { reason, verdict } = test;
	if (reason !== undefined) {
		const sentence = told(reason.text);
		return reason.actual === undefined || sentence.includes(reason.actual)
			? sentence
			: told(`${sentence}\n${reason.actual}`);
	}
	const manual = test.manual.map(({ actual }) => actual).filter((text) => text !== '');
	if (manual.length > 0) {
		return told(manual.join('\n'));
	}
	return verdict === 'PASSED'
		? say({ zh: '符合', en: 'Met' })
		: test.measured === true
			? say({ zh: '见第 6 章', en: 'See section 6' })
			: '—';
}

function remarksCell({ say, told }: Context, test: ReportTest): Cell {
	const { waiver, attempts, measured } = test;
	const remarks = [
		...(waiver === undefined
			? []
			: [say({ zh: `豁免 ${waiver.id}：${waiver.reason}`, en: `Waiver ${waiver.id}: ${waiver.reason}` })]),
		...(attempts.length > 1 ? [say({ zh: `共尝试 ${attempts.length} 次`, en: `${attempts.length} attempts` })] : []),
		...(measured === true ? [say({ zh: '只测量，不判定', en: 'Measured, not judged' })] : []),
	];
	return cell(told(remarks.join('\n')) || '—');
}
