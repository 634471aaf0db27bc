import type { ReportTest } from '../../../contract/report.ts';
import { type Language, textIn } from '../../../contract/text.ts';
import type { ReportDocument } from '../document.ts';
import { evidenceNumber } from '../facts/evidence-number.ts';
import { lookOf } from '../facts/outcome.ts';
import { characteristic, LEVEL_WORDS, type Say, speaker } from '../text/words.ts';

export interface ResultColumn {
	readonly title: string;
	/** Characters, for spreadsheets. */
	readonly width: number;
	readonly value: (test: ReportTest, index: number) => string | number;
}

/** The columns of the result list in CSV and XLSX: one row a test, whole texts, nothing clipped. */
export function resultColumns(language: Language): ResultColumn[] {
	const say = speaker(language);
	const column = (zh: string, en: string, width: number, value: ResultColumn['value']): ResultColumn => ({
		title: say({ zh, en }),
		width,
		value,
	});
	return [
		column('序号', 'No.', 6, (_, index) => index + 1),
		column('用例编号', 'Case id', 32, ({ id }) => id),
		column('用例名称', 'Case', 40, ({ title }) => textIn(title, language)),
		column('套件', 'Suite', 24, ({ suiteId, suiteVersion }) => `${suiteId} ${suiteVersion}`),
		column('特性', 'Characteristic', 12, (test) => characteristic(test.characteristic, say)),
		column('级别', 'Level', 8, ({ level }) => say(LEVEL_WORDS[level])),
		column('结论', 'Verdict', 16, (test) => say(lookOf(test).word)),
		column('状态', 'Status', 12, ({ status }) => status),
		column('跳过原因', 'Skip reason', 14, ({ skip }) => skip ?? ''),
		column('原因代码', 'Reason code', 16, ({ reason }) => reason?.code ?? ''),
		column('原因', 'Reason', 50, ({ reason }) => (reason === undefined ? '' : textIn(reason.text, language))),
		column('预期', 'Expected', 30, ({ expected, reason }) =>
			expected === undefined ? (reason?.expected ?? '') : textIn(expected, language),
		),
		column(
			'实际',
			'Actual',
			30,
			({ reason, manual }) => reason?.actual ?? manual.map(({ actual }) => actual).join('\n'),
		),
		column('豁免', 'Waiver', 24, (test) => waiverText(test, say)),
		column('尝试次数', 'Attempts', 8, ({ attempts }) => attempts.length),
		column('开始时间（UTC）', 'Started (UTC)', 24, ({ startedOn }) => startedOn ?? ''),
		column('用时（ms）', 'Duration (ms)', 12, ({ durationMs }) => (durationMs === null ? '' : Math.round(durationMs))),
		column('证据号', 'Evidence', 20, ({ evidence }) => evidence.map(evidenceNumber).join(' ')),
	];
}

export function resultTests({ statement }: ReportDocument): readonly ReportTest[] {
	return statement.predicate.tests;
}

function waiverText({ waiver }: ReportTest, say: Say): string {
	if (waiver === undefined) {
		return '';
	}
	const by = waiver.by === undefined ? '' : say({ zh: `（${waiver.by}）`, en: ` (${waiver.by})` });
	return `${waiver.id}${by} ${waiver.reason}`;
}
