import type { Language } from '../../../contract/text.ts';
import type { Column, FactRow, Picture, Row, Section, Tone } from './block.ts';

/** A whole report, ready to be printed in any format. */
export interface ReportContent {
	readonly language: Language;
	/** RFC 3339; the date that a file format wants for its own creation, so that it does not depend on today. */
	readonly createdOn: string;
	readonly title: string;
	/** The title of the file: product, version, kind of document. */
	readonly fileTitle: string;
	readonly lab: string;
	/** Head and foot of every page. */
	readonly running: Running;
	/** Not signed, or a signature does not hold: every page carries the mark. */
	readonly draftMark: string | null;
	readonly cover: Cover;
	readonly declaration: Declaration;
	readonly summary: Summary;
	readonly contentsTitle: string;
	readonly sections: readonly Section[];
	readonly appendices: readonly Section[];
	readonly endMark: string;
}

export interface Running {
	readonly reportNumber: string;
	/** 密级; empty when the report has none. */
	readonly classification: string;
	readonly reportId: string;
	/** 第 2 份，共 5 份; empty when copies are not counted. */
	readonly copy: string;
	/** 第 {page} 页 共 {pages} 页 */
	readonly pages: string;
}

export interface Cover {
	readonly lines: readonly string[];
	readonly title: string;
	readonly subtitle: string;
	readonly facts: readonly FactRow[];
	readonly logo: Picture | null;
	/** The boxes that stay empty: for the lab's own accreditation mark, and for its seal (null: the lab wants none). */
	readonly markBox: string;
	readonly sealBox: SealBox | null;
}

export interface SealBox {
	readonly text: string;
	/** Millimetres; null for the usual one. */
	readonly height: number | null;
}

export interface Declaration {
	readonly title: string;
	readonly items: readonly string[];
	/** What the lab added, under a title that says so; null when it added nothing. */
	readonly added: { readonly title: string; readonly items: readonly string[] } | null;
	readonly contact: readonly FactRow[];
}

/** The page that is handed on alone: what was tested where, how it ended, who says so, how to check it. */
export interface Summary {
	readonly title: string;
	readonly subtitle: string;
	readonly number: string;
	readonly facts: readonly FactRow[];
	readonly verdict: { readonly text: string; readonly tone: Tone };
	readonly counts: string;
	/** Null when nothing was compared. */
	readonly forest: Forest | null;
	/** What the square code says. */
	readonly code: string;
	readonly hints: readonly string[];
	readonly signatures: readonly SignatureCell[];
}

export interface Forest {
	readonly title: string;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** Lines that the summary page leaves out for want of room. */
	readonly more: string;
}

export interface SignatureCell {
	/** 编制, 审核, 批准 */
	readonly role: string;
	readonly name: string;
	readonly lines: readonly string[];
	readonly state: { readonly text: string; readonly tone: Tone };
}
