import type { ReportTest } from '../../../../contract/report.ts';
import { textIn } from '../../../../contract/text.ts';
import { itemName } from '../../facts/naming.ts';
import { lookOf, OUTCOME_WORDS, outcomeOf, VERDICT_OUTCOME } from '../../facts/outcome.ts';
import { clip } from '../../text/clip.ts';
import { COLON, COMMA } from '../../text/words.ts';
import type { Block, Section } from '../block.ts';
import type { Context } from '../context.ts';
import { countSentence } from '../summary-page.ts';

/** Conditions that are named one by one; the rest is in section 7. */
const MOST = 30;

/** 10 测试结论: one fixed sentence, its conditions, and opinions apart from it (ISO/IEC 17025 7.8.7). */
export function conclusionSection(context: Context): Section {
	const { predicate, order, say } = context;
	const word = say(OUTCOME_WORDS[VERDICT_OUTCOME[predicate.result]]);
	const blocks: Block[] = [
		{ kind: 'paragraph', text: sentence(context) },
		{ kind: 'paragraph', strong: true, text: say({ zh: `结论：${word}。`, en: `Conclusion: ${word}.` }) },
		...conditions(context),
		{
			kind: 'paragraph',
			note: true,
			text: say({
				zh: '本结果仅与被测样品及所列环境有关。',
				en: 'The results relate only to the items tested and the environment described.',
			}),
		},
	];
	if (order.remarks !== undefined && order.remarks !== '') {
		blocks.push(
			{
				kind: 'heading',
				level: 2,
				id: 's10-opinion',
				text: say({ zh: '10.1 意见与解释', en: '10.1 Opinions and interpretations' }),
			},
			{ kind: 'paragraph', text: clip(order.remarks, 4000, context.language) },
		);
	}
	return { id: 's10', title: say({ zh: '10 测试结论', en: '10 Conclusion' }), blocks };
}

function sentence(context: Context): string {
	const { predicate, order, language, say } = context;
	const item = itemName(predicate);
	const name = clip(`${item.name} ${item.version}`.trim(), 160, language);
	const basis = (order.basis ?? []).map(({ id }) => id).slice(0, 6);
	const list =
		basis.length === 0
			? say({ zh: '第 3 章所列测试套件', en: 'the suites of section 3' })
			: basis.join(say({ zh: '、', en: ', ' }));
	return say({
		zh: `依据 ${list}，在第 4 章所列环境下，对 ${name} 进行测试。${countSentence(context)}`,
		en: `By ${list}, in the environment of section 4, ${name} was tested. ${countSentence(context)}`,
	});
}

/** What keeps the result from being a plain pass: named, so that the word “conditions” means something. */
function conditions(context: Context): Block[] {
	const { predicate, say } = context;
	const open = predicate.tests.filter((test) => {
		const outcome = outcomeOf(test);
		const unfinished = outcome === 'notRun' || outcome === 'broken';
		return outcome === 'failed' || outcome === 'warned' || (unfinished && test.level !== 'may');
	});
	if (open.length === 0) {
		return [];
	}
	const left = open.length - MOST;
	return [
		{ kind: 'paragraph', text: say({ zh: '条件与未满足项：', en: 'Conditions and what was not met:' }) },
		{
			kind: 'list',
			ordered: true,
			items: [
				...open.slice(0, MOST).map((test) => conditionText(context, test)),
				...(left > 0 ? [say({ zh: `另有 ${left} 项，见第 7、8 章。`, en: `${left} more in sections 7 and 8.` })] : []),
			],
		},
	];
}

function conditionText({ language, say, told }: Context, test: ReportTest): string {
	const waiver =
		test.waiver === undefined
			? ''
			: say({ zh: `；豁免：${test.waiver.reason}`, en: `; waived: ${test.waiver.reason}` });
	const cause = told(test.reason?.text);
	const title = clip(textIn(test.title, language), 120, language);
	const word = `${title}${say(COLON)}${say(lookOf(test).word)}`;
	return `${word}${cause === '' ? '' : say(COMMA) + cause}${clip(waiver, 160, language)}`;
}
