import type { Language } from '../../../contract/text.ts';
import type { ReportDocument } from '../document.ts';
import { itemName, reportNumber, shortReportId } from '../facts/naming.ts';
import { draftMark } from '../facts/signatures.ts';
import { clip } from '../text/clip.ts';
import { evidenceAppendix } from './appendices/evidence-list.ts';
import { planAppendix } from './appendices/plan-appendix.ts';
import { changesAppendix, hostAppendix } from './appendices/raw-appendices.ts';
import { verificationAppendix } from './appendices/verification-appendix.ts';
import { type Context, createContext } from './context.ts';
import { classification, cover, declaration } from './front-matter.ts';
import type { ReportContent, Running } from './report-content.ts';
import { basisSection } from './sections/basis.ts';
import { conclusionSection } from './sections/conclusion.ts';
import { deviationsSection } from './sections/deviations.ts';
import { environmentSection } from './sections/environment.ts';
import { externalSection } from './sections/external.ts';
import { generalSection } from './sections/general.ts';
import { issuesSection } from './sections/issues.ts';
import { itemSection } from './sections/item.ts';
import { performanceSection } from './sections/performance.ts';
import { resultsSection } from './sections/results.ts';
import { signingSection } from './sections/signing.ts';
import { summaryPage } from './summary-page.ts';

/** Which of how many printed copies this is: 第 2 份，共 5 份. */
export interface CopyNumber {
	readonly number: number;
	readonly of: number;
}

/** The whole report in the order of the lab template: HTML, PDF and DOCX print exactly this. */
export function composeReport(document: ReportDocument, language: Language, copy?: CopyNumber): ReportContent {
	const context = createContext(document, language);
	const { predicate, say } = context;
	const mark = draftMark(document);
	const copyText =
		copy === undefined
			? ''
			: say({ zh: `第 ${copy.number} 份，共 ${copy.of} 份`, en: `copy ${copy.number} of ${copy.of}` });
	const item = itemName(predicate);
	const product = clip(`${item.name} ${item.version}`.trim(), 80, language);
	const title = say({ zh: '信创适配测试报告', en: 'Adaptation Test Report' });
	return {
		language,
		createdOn: predicate.finishedOn,
		title,
		fileTitle: `${product} ${title} ${clip(reportNumber(document), 60, language)}`,
		lab: clip(predicate.order.lab?.name ?? predicate.operator.orgName, 80, language),
		running: running(context, copyText),
		draftMark: mark === null ? null : say(mark),
		cover: cover(context, copyText),
		declaration: declaration(context),
		summary: summaryPage(context),
		contentsTitle: say({ zh: '目　录', en: 'Contents' }),
		sections: SECTIONS.map((section) => section(context)),
		appendices: APPENDICES.map((appendix) => appendix(context)),
		endMark: say({ zh: '—— 报告结束 ——', en: '—— End of report ——' }),
	};
}

const SECTIONS = [
	generalSection,
	itemSection,
	basisSection,
	environmentSection,
	resultsSection,
	performanceSection,
	issuesSection,
	deviationsSection,
	externalSection,
	conclusionSection,
	signingSection,
];

const APPENDICES = [evidenceAppendix, planAppendix, hostAppendix, changesAppendix, verificationAppendix];

function running(context: Context, copy: string): Running {
	const { document, language, say } = context;
	const number = clip(reportNumber(document), 60, language);
	const level = classification(context);
	return {
		reportNumber: say({ zh: `报告编号：${number}`, en: `Report No.: ${number}` }),
		classification: level === '' ? '' : say({ zh: `密级：${level}`, en: `Classification: ${level}` }),
		reportId: shortReportId(document.reportId),
		copy,
		pages: say({ zh: '第 {page} 页 共 {pages} 页', en: 'Page {page} of {pages}' }),
	};
}
