export type { CopyNumber } from './content/compose-report.ts';
export {
	type LabLook,
	REPORT_FORMATS,
	type ReportDocument,
	type ReportFormat,
	type ReportSignature,
	type SignatureRole,
} from './document.ts';
export { verifiedSignatures } from './facts/verified-signatures.ts';
export { type PictureSize, readPicture } from './picture/read-picture.ts';
export { checkReportTemplate, exampleReportTemplate, type RenderOptions, renderReport } from './render-report.ts';
