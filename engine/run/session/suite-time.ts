import type { Plan } from '../../../contract/plan.ts';

/** How much of each suite's time its steps have used; waiting for people does not count. */
export class SuiteTime {
	readonly #used = new Map<string, number>();
	readonly #limits: ReadonlyMap<string, number>;

	constructor(plan: Plan) {
		this.#limits = new Map(plan.suites.map(({ id, timeoutMs }) => [id, timeoutMs]));
	}

	add(suite: string, ms: number): void {
		this.#used.set(suite, (this.#used.get(suite) ?? 0) + ms);
	}

	leftMs(suite: string): number {
		return (this.#limits.get(suite) ?? Number.POSITIVE_INFINITY) - (this.#used.get(suite) ?? 0);
	}
}
