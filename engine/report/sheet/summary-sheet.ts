import type { Language } from '../../../contract/text.ts';
import type { ReportDocument } from '../document.ts';
import { countTests } from '../facts/counts.ts';
import { itemName, reportNumber } from '../facts/naming.ts';
import { OUTCOME_WORDS, OUTCOMES, VERDICT_OUTCOME } from '../facts/outcome.ts';
import { draftMark, issuedOn } from '../facts/signatures.ts';
import { dateTime, day } from '../text/dates.ts';
import { speaker } from '../text/words.ts';
import type { PlainSheet } from './plain-sheet.ts';

/** What the workbook is about, so that a sheet passed on alone still names its report. */
export function summarySheet(document: ReportDocument, language: Language): PlainSheet {
	const say = speaker(language);
	const { predicate } = document.statement;
	const { host } = predicate;
	const item = itemName(predicate);
	const issued = issuedOn(document);
	const mark = draftMark(document);
	const counts = countTests(predicate.tests);
	return {
		name: say({ zh: '摘要', en: 'Summary' }),
		columns: [
			{ title: say({ zh: '项目', en: 'Item' }), width: 24 },
			{ title: say({ zh: '内容', en: 'Value' }), width: 80 },
		],
		rows: [
			[say({ zh: '报告编号', en: 'Report No.' }), reportNumber(document)],
			[say({ zh: '报告标识', en: 'Report id' }), document.reportId],
			[
				say({ zh: '签名状态', en: 'Signatures' }),
				mark === null ? say({ zh: '编制签名有效', en: 'signed by the compiler' }) : say(mark),
			],
			[say({ zh: '产品', en: 'Product' }), `${item.name} ${item.version}`.trim()],
			[say({ zh: '结论', en: 'Result' }), say(OUTCOME_WORDS[VERDICT_OUTCOME[predicate.result]])],
			[
				say({ zh: '处理器', en: 'Processor' }),
				[host.summary.cpuVendor, host.summary.cpuModel].filter(Boolean).join(' '),
			],
			[
				say({ zh: '操作系统', en: 'Operating system' }),
				[host.summary.osName, host.summary.osVersion].filter(Boolean).join(' '),
			],
			[say({ zh: '测试开始', en: 'Started' }), dateTime(predicate.startedOn, language)],
			[say({ zh: '测试结束', en: 'Finished' }), dateTime(predicate.finishedOn, language)],
			[say({ zh: '签发日期', en: 'Issued' }), issued === null ? '—' : day(issued, language)],
			[say({ zh: '总数', en: 'Total' }), counts.total],
			...OUTCOMES.map((outcome): [string, number] => [say(OUTCOME_WORDS[outcome]), counts[outcome]]),
		],
	};
}
