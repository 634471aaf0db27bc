import { type ReportStatement, reportStatementSchema } from '../../../contract/report.ts';
import type { Primitives } from '../../crypto/portable.ts';
import { REPORT_ENTRY } from '../container/layout.ts';
import type { Metadata } from '../container/metadata.ts';
import type { KeySource } from '../envelope/check-signatures.ts';
import { Refusal } from '../refusal.ts';
import type { CheckBook } from './check-book.ts';
import { openStatement } from './open-statement.ts';
import type { Opened } from './opened.ts';

const STAGES = { envelope: 'report.envelope', statement: 'report.statement', signatures: 'report.signatures' } as const;

/** The report's own envelope, every signature of it, and its statement. Throws a Refusal at the first failure. */
export function openReport(
	{ entries }: Metadata,
	context: { readonly primitives: Primitives; readonly keys: KeySource },
	book: CheckBook,
): Opened<ReportStatement> {
	const bytes = entries.get(REPORT_ENTRY);
	if (bytes === undefined) {
		throw new Refusal('container.layout', { zh: `缺少 ${REPORT_ENTRY}`, en: `${REPORT_ENTRY} is missing` });
	}
	const report = openStatement(REPORT_ENTRY, bytes, reportStatementSchema, { ...context, stages: STAGES });
	const { schemaVersion } = report.statement.predicate;
	const suites = report.signers.map(({ suite }) => suite).join(', ');
	book.passed('report.envelope', { zh: 'DSSE 信封规范', en: 'the DSSE envelope is canonical' });
	book.passed('report.statement', { zh: `声明版本 ${schemaVersion}`, en: `statement version ${schemaVersion}` });
	book.passed('report.signatures', {
		zh: `${report.signers.length} 个签名正确（${suites}）`,
		en: `${report.signers.length} signatures are right (${suites})`,
	});
	return report;
}
