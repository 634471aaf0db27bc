import { countTests } from '../facts/counts.ts';
import { itemName, reportNumber, systemName } from '../facts/naming.ts';
import { OUTCOME_WORDS, VERDICT_OUTCOME } from '../facts/outcome.ts';
import { issuedOn } from '../facts/signatures.ts';
import { clip } from '../text/clip.ts';
import { day } from '../text/dates.ts';
import { bytes } from '../text/numbers.ts';
import type { FactRow } from './block.ts';
import type { Context } from './context.ts';
import { forestPlot } from './forest-plot.ts';
import type { Summary } from './report-content.ts';
import { signatureCells } from './signature-cells.ts';

/** Rows of the forest plot that fit the page beside everything else. */
const FOREST_ROWS = 8;

export function summaryPage(context: Context): Summary {
	const { document, predicate, language, say } = context;
	const outcome = VERDICT_OUTCOME[predicate.result];
	const word = say(OUTCOME_WORDS[outcome]);
	const number = clip(reportNumber(document), 80, language);
	return {
		title: say({ zh: '信创适配测试结果摘要', en: 'Summary of Adaptation Test Results' }),
		subtitle: say({ zh: 'Adaptation Test Summary', en: '信创适配测试结果摘要' }),
		number: say({ zh: `报告编号：${number}`, en: `Report No.: ${number}` }),
		facts: summaryFacts(context),
		verdict: { text: say({ zh: `测试结论：${word}`, en: `Result: ${word}` }), tone: outcome },
		counts: countSentence(context),
		forest: forestPlot(context, FOREST_ROWS),
		code: `shipei:report?id=${document.reportId}`,
		hints: hints(context),
		signatures: signatureCells(context),
	};
}

function summaryFacts({ document, predicate, order, language, say, fact }: Context): FactRow[] {
	const item = itemName(predicate);
	const { summary } = predicate.host;
	const issued = issuedOn(document);
	const cpu = [summary.cpuVendor, summary.cpuModel].filter(Boolean).join(' ');
	const threads =
		summary.cpuCount === null ? '' : say({ zh: `，${summary.cpuCount} 线程`, en: `, ${summary.cpuCount} threads` });
	const memory =
		summary.memBytes === null
			? ''
			: say({ zh: `，内存 ${bytes(summary.memBytes)}`, en: `, ${bytes(summary.memBytes)} memory` });
	const period = [predicate.startedOn, predicate.finishedOn].map((on) => day(on, language));
	return [
		fact({ zh: '产品', en: 'Product' }, clip(`${item.name} ${item.version}`.trim(), 120, language)),
		fact({ zh: '申请单位', en: 'Applicant' }, clip(order.customer?.name ?? item.maker, 120, language)),
		fact({ zh: '测试机构', en: 'Laboratory' }, clip(order.lab?.name ?? predicate.operator.orgName, 120, language)),
		fact({ zh: '处理器与内存', en: 'Processor, memory' }, `${cpu || '—'}${threads}${memory}`),
		fact(
			{ zh: '操作系统', en: 'Operating system' },
			[systemName(summary.osName ?? summary.osId, summary.osVersion), summary.arch].filter(Boolean).join(' '),
		),
		fact({ zh: '测试日期', en: 'Tested' }, [...new Set(period)].join(' – ')),
		fact({ zh: '签发日期', en: 'Issued' }, issued === null ? undefined : day(issued, language)),
	];
}

/** 必测 128 项：通过 126，带条件通过 2。应测 … Only what occurred is named. */
export function countSentence({ predicate, say }: Context): string {
	const levels = [
		['must', { zh: '必测', en: 'Must' }],
		['should', { zh: '应测', en: 'Should' }],
		['may', { zh: '可测', en: 'May' }],
	] as const;
	const parts = levels.flatMap(([level, name]) => {
		const counts = countTests(predicate.tests.filter((test) => test.level === level));
		if (counts.total === 0) {
			return [];
		}
		const named = (Object.keys(OUTCOME_WORDS) as (keyof typeof OUTCOME_WORDS)[])
			.filter((outcome) => counts[outcome] > 0 || outcome === 'passed' || outcome === 'failed')
			.map((outcome) => `${say(OUTCOME_WORDS[outcome])} ${counts[outcome]}`);
		return say({
			zh: `${name.zh} ${counts.total} 项：${named.join('，')}。`,
			en: `${name.en}: ${counts.total} (${named.join(', ')}). `,
		});
	});
	return parts.join('').trim() || say({ zh: '没有测试项。', en: 'No tests.' });
}

function hints({ document, say }: Context): string[] {
	return [
		say({ zh: `报告标识：${document.reportId}`, en: `Report id: ${document.reportId}` }),
		say({
			zh: '核验：shipei verify <文件>.xcr，或按附录 E 用 tar、sha256sum 与 OpenSSL 3 离线核验。',
			en: 'To verify: shipei verify <file>.xcr, or offline with tar, sha256sum and OpenSSL 3 as in appendix E.',
		}),
		say({
			zh: '本摘要须与 .xcr 报告一并使用，不是证书，不构成认证。产品、操作系统、测试套件主版本或信任关系变化后，应重新测试。',
			en: 'This summary is used together with the .xcr report; it is no certificate. Retest when the product, the operating system, the major version of a suite or the trust in a key has changed.',
		}),
	];
}
