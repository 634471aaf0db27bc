import { evidenceNumbers } from '../../facts/evidence-number.ts';
import { type Block, cell, type Tone } from '../block.ts';
import type { Context } from '../context.ts';
import { dateCell } from '../date-cell.ts';
import { thumbnails } from '../thumbnails.ts';

const ANSWER_LOOK = {
	passed: { zh: '通过', en: 'Passed', tone: 'passed' },
	failed: { zh: '不通过', en: 'Failed', tone: 'failed' },
	warned: { zh: '带条件通过', en: 'Passed with conditions', tone: 'warned' },
	notApplicable: { zh: '不涉及', en: 'Not applicable', tone: 'skipped' },
} as const satisfies Record<string, { zh: string; en: string; tone: Tone }>;

/** 5.3 人工用例: every expected result with its answer, and the pictures that were taken. */
export function manualResults(context: Context): Block[] {
	const { predicate, say } = context;
	const tests = predicate.tests.filter(({ manual }) => manual.length > 0);
	if (tests.length === 0) {
		return [];
	}
	const evidence = tests.flatMap(({ manual }) => manual.flatMap((answer) => answer.evidence));
	return [
		{ kind: 'heading', level: 2, id: 's5-3', text: say({ zh: '5.3 人工用例', en: '5.3 Manual cases' }) },
		{
			kind: 'table',
			id: 't-manual',
			columns: [
				{ title: say({ zh: '用例', en: 'Case' }), weight: 22 },
				{ title: say({ zh: '预期结果', en: 'Expected' }), weight: 22 },
				{ title: say({ zh: '实际结果', en: 'Actual' }), weight: 22 },
				{ title: say({ zh: '结论', en: 'Verdict' }), weight: 14, align: 'center' },
				{ title: say({ zh: '操作人与时间', en: 'Operator, time' }), weight: 24 },
				{ title: say({ zh: '证据号', en: 'Evidence' }), weight: 12, align: 'center' },
			],
			rows: tests.flatMap((test) => test.manual.map((answer) => answerRow(context, test, answer))),
		},
		...thumbnails(context, evidence),
	];
}

type ManualTest = Context['predicate']['tests'][number];

function answerRow({ language, say, told }: Context, { title }: ManualTest, answer: ManualTest['manual'][number]) {
	const look = ANSWER_LOOK[answer.answer];
	const witnessLine = (witness: string | undefined) =>
		witness === undefined ? '' : `${say({ zh: '见证：', en: 'Witness: ' })}${told(witness)}`;
	const words = [answer.actual, answer.note].filter((text) => text !== '').join('\n');
	return {
		cells: [
			cell(told(title)),
			cell(told(answer.expectation) || `${answer.step} #${answer.expected + 1}`),
			cell(told(words) || '—'),
			cell(say(look), { tone: look.tone, strong: true }),
			{
				lines: [
					...[told(answer.by), witnessLine(answer.witness)].filter((text) => text !== '').map((text) => ({ text })),
					...dateCell(answer.on, language).lines,
				],
			},
			cell(answer.evidence.length === 0 ? '—' : evidenceNumbers(answer.evidence)),
		],
	};
}
