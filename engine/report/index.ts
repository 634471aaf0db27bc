export type { CopyNumber } from './content/compose-report.ts';
export {
	REPORT_FORMATS,
	type ReportDocument,
	type ReportFormat,
	type ReportSignature,
	type SignatureRole,
} from './document.ts';
export { verifiedSignatures } from './facts/verified-signatures.ts';
export { exampleReportTemplate, type RenderOptions, renderReport } from './render-report.ts';
