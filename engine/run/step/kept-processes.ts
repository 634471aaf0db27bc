import type { RunningStep } from '../../process/index.ts';

/** Processes that steps of one attempt left running on purpose; all are ended when the attempt is over. */
export class KeptProcesses {
	readonly #steps: RunningStep[] = [];

	add(step: RunningStep): void {
		this.#steps.push(step);
	}

	get some(): boolean {
		return this.#steps.length > 0;
	}

	async endAll(): Promise<void> {
		for (const step of this.#steps) step.stop();
		await Promise.all(this.#steps.map((step) => step.ended));
		this.#steps.length = 0;
	}
}
