import type { ManualAnswer } from '../../../contract/run.ts';

/** Steps that wait for a person. */
export class PendingAnswers {
	readonly #waiting = new Map<string, (answers: readonly ManualAnswer[] | null) => void>();

	/** Resolves with the answers, or with null when the wait is broken off. */
	wait(key: string, step: string): Promise<readonly ManualAnswer[] | null> {
		return new Promise((resolve) => this.#waiting.set(nameOf(key, step), resolve));
	}

	/** False when nobody waits for it. */
	answer(key: string, step: string, answers: readonly ManualAnswer[]): boolean {
		const resolve = this.#waiting.get(nameOf(key, step));
		this.#waiting.delete(nameOf(key, step));
		resolve?.(answers);
		return resolve !== undefined;
	}

	breakOff(key: string, step: string): void {
		const resolve = this.#waiting.get(nameOf(key, step));
		this.#waiting.delete(nameOf(key, step));
		resolve?.(null);
	}

	breakOffAll(): void {
		for (const resolve of this.#waiting.values()) resolve(null);
		this.#waiting.clear();
	}
}

function nameOf(key: string, step: string): string {
	return JSON.stringify([key, step]);
}
