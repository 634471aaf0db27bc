import type { Fact } from '../../../contract/events.ts';
import type { Journal } from '../journal.ts';

/**
 * Writes facts in order. What only ends something may wait for what comes right after it, so that the end of a step and
 * the start of the next are one transaction. Nothing is started before the facts ahead of it are durable; when nothing
 * comes, they are written before anybody else gets a turn. After facts that could not be stored it takes no more: a later
 * one without them would tell of something that never happened.
 */
export class Recorder {
	readonly #journal: Journal;
	#waiting: Fact[] = [];
	#scheduled: NodeJS.Immediate | undefined;
	/** Told when a fact could not be stored: the run cannot go on. */
	readonly #onFailure: (error: unknown) => void;
	#failure: { readonly error: unknown } | null = null;

	constructor(journal: Journal, onFailure: (error: unknown) => void) {
		this.#journal = journal;
		this.#onFailure = onFailure;
	}

	/** Durable when it returns, with everything deferred before it. Throws when it is not. */
	record(...facts: Fact[]): void {
		const all = [...this.#waiting, ...facts];
		this.#waiting = [];
		clearImmediate(this.#scheduled);
		this.#scheduled = undefined;
		if (all.length === 0) return;
		if (this.#failure !== null) throw this.#failure.error;
		try {
			this.#journal.append(...all);
		} catch (error) {
			this.#failure = { error };
			this.#onFailure(error);
			throw error;
		}
	}

	defer(...facts: Fact[]): void {
		this.#waiting.push(...facts);
		this.#scheduled ??= setImmediate(() => {
			this.#scheduled = undefined;
			if (this.#failure !== null) return;
			try {
				this.record();
			} catch {
				// Told to onFailure; there is no caller here.
			}
		});
	}
}
