import type { ReportDocument } from '../document.ts';

/**
 * The signed statement with who signed it and what checking gave, for programs. Texts stay in both languages and
 * exactly as signed; `reportId` is the digest of the payload, not of this file.
 */
export function renderJson({ reportId, statement, signatures, verification }: ReportDocument): Uint8Array {
	const content = {
		schema: 'shipei.report-export/1',
		reportId,
		signatures,
		verification: verification ?? null,
		statement,
	};
	return new TextEncoder().encode(`${JSON.stringify(content, null, '\t')}\n`);
}
