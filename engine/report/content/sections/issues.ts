import { evidenceNumbers } from '../../facts/evidence-number.ts';
import { lookOf, outcomeOf } from '../../facts/outcome.ts';
import { LEVEL_WORDS } from '../../text/words.ts';
import { type Block, cell, type Section } from '../block.ts';
import type { Context } from '../context.ts';

/** 7 问题与异常: everything that failed, passed with conditions, broke off, or passed at a second attempt only. */
export function issuesSection(context: Context): Section {
	const { predicate, say } = context;
	const tests = predicate.tests.filter((test) => {
		const outcome = outcomeOf(test);
		return outcome === 'failed' || outcome === 'warned' || outcome === 'broken' || test.attempts.length > 1;
	});
	const blocks: Block[] =
		tests.length === 0
			? [{ kind: 'paragraph', text: say({ zh: '测试中未发现问题与异常。', en: 'No issues were found.' }) }]
			: [issueTable(context, tests)];
	return { id: 's7', title: say({ zh: '7 问题与异常', en: '7 Issues' }), blocks };
}

function issueTable(context: Context, tests: readonly IssueTest[]): Block {
	const { say, told } = context;
	return {
		kind: 'table',
		id: 't-issues',
		columns: [
			{ title: say({ zh: '编号', en: 'No.' }), weight: 8, align: 'center' },
			{ title: say({ zh: '用例', en: 'Case' }), weight: 24 },
			{ title: say({ zh: '级别', en: 'Level' }), weight: 10, align: 'center' },
			{ title: say({ zh: '现象与首要原因', en: 'What happened, first cause' }), weight: 30 },
			{ title: say({ zh: '结论', en: 'Verdict' }), weight: 14, align: 'center' },
			{ title: say({ zh: '证据', en: 'Evidence' }), weight: 12, align: 'center' },
			{ title: say({ zh: '处置与责任人', en: 'Disposition, by whom' }), weight: 18 },
		],
		rows: tests.map((test, index) => {
			const look = lookOf(test);
			const decisive = test.decisive === undefined ? test.evidence : [test.decisive.evidence];
			return {
				tone: look.tone,
				cells: [
					cell(`P${index + 1}`),
					{ lines: [{ text: told(test.title) }, { text: told(test.id), minor: true, code: true }] },
					cell(say(LEVEL_WORDS[test.level])),
					cell(told(causeText(context, test)) || '—'),
					cell(say(look.word), { tone: look.tone, strong: true }),
					cell(decisive.length === 0 ? '—' : evidenceNumbers(decisive)),
					cell(told(disposition(context, test))),
				],
			};
		}),
	};
}

type IssueTest = Context['predicate']['tests'][number];

function causeText({ say, told }: Context, { reason, attempts }: IssueTest): string {
	const expectation =
		reason?.expected === undefined
			? ''
			: say({
					zh: `预期：${reason.expected}；实际：${reason.actual ?? '—'}`,
					en: `expected: ${reason.expected}; actual: ${reason.actual ?? '—'}`,
				});
	const earlier = attempts.slice(0, -1).flatMap(({ message }, index) => {
		const text = told(message);
		return text === '' ? [] : [say({ zh: `第 ${index + 1} 次：${text}`, en: `attempt ${index + 1}: ${text}` })];
	});
	return [told(reason?.text), expectation, ...earlier].filter((text) => text !== '').join('\n');
}

function disposition({ say }: Context, test: IssueTest): string {
	const { waiver } = test;
	if (waiver !== undefined) {
		const by = waiver.by === undefined ? '' : say({ zh: `，批准人 ${waiver.by}`, en: `, by ${waiver.by}` });
		return say({ zh: `豁免 ${waiver.id}${by}：${waiver.reason}`, en: `Waived ${waiver.id}${by}: ${waiver.reason}` });
	}
	return outcomeOf(test) === 'passed'
		? say({ zh: '复测通过', en: 'Passed when repeated' })
		: say({ zh: '遗留', en: 'Open' });
}
