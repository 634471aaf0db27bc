import type { ManualAnswer, StepResult } from '../../../contract/run.ts';

interface Waiting {
	readonly resolve: (answers: readonly ManualAnswer[] | null) => void;
	readonly phase: StepResult['phase'];
}

/** Steps that wait for a person. */
export class PendingAnswers {
	readonly #waiting = new Map<string, Waiting>();

	/** Resolves with the answers, or with null when the wait is broken off. */
	wait(key: string, step: string, phase: Waiting['phase']): Promise<readonly ManualAnswer[] | null> {
		return new Promise((resolve) => this.#waiting.set(nameOf(key, step), { resolve, phase }));
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

	/** A person who helps to clean up is still asked: cleanup always runs. */
	breakOffSteps(): void {
		for (const [name, { resolve, phase }] of this.#waiting) {
			if (phase !== 'steps') continue;
			this.#waiting.delete(name);
			resolve(null);
		}
	}
}

function nameOf(key: string, step: string): string {
	return JSON.stringify([key, step]);
}
