import type { Order, ReportPredicate } from '../../../contract/report.ts';
import { type Language, type Text, textIn } from '../../../contract/text.ts';
import type { ReportDocument } from '../document.ts';
import { clip } from '../text/clip.ts';
import { type Say, speaker } from '../text/words.ts';
import { type Cell, cell, type FactRow } from './block.ts';

/** What every section is written from. */
export interface Context {
	readonly document: ReportDocument;
	readonly predicate: ReportPredicate;
	readonly order: Order;
	readonly language: Language;
	readonly say: Say;
	/** A text of a manifest or a person, shortened to what a table cell can hold. */
	readonly told: (text: Text | string | undefined) => string;
	/** A name and its value; a value that nobody gave is a dash, never an empty cell. */
	readonly fact: (name: Said, value: string | Cell | null | undefined, supplied?: boolean) => FactRow;
}

type Said = { readonly zh: string; readonly en: string };

/** Characters that fit a cell of a printed table without pushing the row over a page. */
const CELL_LIMIT = 240;

export function createContext(document: ReportDocument, language: Language): Context {
	const { predicate } = document.statement;
	const say = speaker(language);
	const told = (text: Text | string | undefined) =>
		clip(text === undefined ? '' : typeof text === 'string' ? text : textIn(text, language), CELL_LIMIT, language);
	return {
		document,
		predicate,
		order: predicate.order,
		language,
		say,
		told,
		fact: (name, value, supplied = false) => ({
			name: say(name),
			value: typeof value === 'object' && value !== null ? value : cell(told(value ?? '') || '—'),
			...(supplied ? { supplied } : {}),
		}),
	};
}
