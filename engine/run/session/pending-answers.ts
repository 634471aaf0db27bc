import type { ManualAnswer } from '../../../contract/run.ts';

/** What may break a wait off. A person who helps to clean up is still asked after a cancel: cleanup always runs. */
export interface Breakable {
	readonly byCancel: boolean;
	/** Not where the case cannot be taken apart: then the pause begins when it is over. */
	readonly byPause: boolean;
}

interface Waiting extends Breakable {
	readonly resolve: (answers: readonly ManualAnswer[] | null) => void;
}

/** Steps that wait for a person. */
export class PendingAnswers {
	readonly #waiting = new Map<string, Waiting>();

	/** Resolves with the answers, or with null when the wait is broken off. */
	wait(key: string, step: string, breakable: Breakable): Promise<readonly ManualAnswer[] | null> {
		return new Promise((resolve) => this.#waiting.set(nameOf(key, step), { ...breakable, resolve }));
	}

	/** Nothing happens when nobody waits for it. */
	answer(key: string, step: string, answers: readonly ManualAnswer[] | null): void {
		const waiting = this.#waiting.get(nameOf(key, step));
		this.#waiting.delete(nameOf(key, step));
		waiting?.resolve(answers);
	}

	breakOffAll(): void {
		for (const { resolve } of this.#waiting.values()) resolve(null);
		this.#waiting.clear();
	}

	/** True when a wait was broken off. */
	breakOff(why: keyof Breakable): boolean {
		const found = [...this.#waiting].filter(([, waiting]) => waiting[why]);
		for (const [name, { resolve }] of found) {
			this.#waiting.delete(name);
			resolve(null);
		}
		return found.length > 0;
	}
}

function nameOf(key: string, step: string): string {
	return JSON.stringify([key, step]);
}
