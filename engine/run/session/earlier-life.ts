import type { Status } from '../../../contract/run.ts';
import type { OpenStep } from '../journal.ts';

/** What earlier lives of the run left behind. */
export interface EarlierLife {
	readonly ended: ReadonlyMap<string, Status>;
	/** Cases that were begun and have not ended. */
	readonly begun: ReadonlySet<string>;
	readonly open: readonly OpenStep[];
	/** A case that is tried again although it ended, and how many attempts it had. */
	readonly again?: { readonly key: string; readonly attempts: number };
	/** Who cancelled the run while nobody carried it out: this life only ends what was begun, and cleans it up. */
	readonly cancelledBy?: string;
}

export const FIRST_LIFE: EarlierLife = { ended: new Map(), begun: new Set(), open: [] };
