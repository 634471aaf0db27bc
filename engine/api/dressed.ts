import type { ReportDocument } from '../report/index.ts';

/** A document with what the laboratory here adds to it: the look, and the template for DOCX. */
export interface Dressed {
	readonly document: ReportDocument;
	readonly template?: () => Uint8Array;
}

/** `draft`: made from a run of this data folder, signed by nobody yet. */
export type Dress = (document: ReportDocument, draft: boolean) => Promise<Dressed>;

/** Where there are no settings. */
export const undressed: Dress = async (document) => ({ document });
