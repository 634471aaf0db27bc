import type { PlannedCase } from '../../../contract/plan.ts';
import type { Reason, SkipReason, Status } from '../../../contract/run.ts';

export interface QueuedCase {
	readonly planned: PlannedCase;
	readonly order: number;
}

/** What is decided about a case before it starts. */
export type Settled = { readonly status: Status; readonly skip?: SkipReason; readonly reason: Reason };

/** The cases that have not ended, in the order of the plan. */
export class CaseQueue {
	readonly #waiting = new Map<string, QueuedCase>();
	/** null while it waits or runs. */
	readonly #statuses = new Map<string, Status | null>();

	constructor(cases: readonly PlannedCase[], ended: ReadonlyMap<string, Status>) {
		for (const [order, planned] of cases.entries()) {
			const status = ended.get(planned.key) ?? null;
			this.#statuses.set(planned.key, status);
			if (status === null) this.#waiting.set(planned.key, { planned, order });
		}
	}

	get isEmpty(): boolean {
		return this.#waiting.size === 0;
	}

	waiting(): QueuedCase[] {
		return [...this.#waiting.values()];
	}

	/** The first case of which everything it waits for has ended; it leaves the queue. */
	takeNext(): QueuedCase | null {
		for (const queued of this.#waiting.values()) {
			if (!this.#isReady(queued.planned)) continue;
			this.#waiting.delete(queued.planned.key);
			return queued;
		}
		return null;
	}

	/** Takes a case out of the queue whatever it waits for; null when it is not in it. */
	take(key: string): QueuedCase | null {
		const queued = this.#waiting.get(key) ?? null;
		this.#waiting.delete(key);
		return queued;
	}

	putBack(queued: QueuedCase): void {
		this.#statuses.set(queued.planned.key, null);
		this.#waiting.set(queued.planned.key, queued);
	}

	ended(key: string, status: Status): void {
		this.#statuses.set(key, status);
	}

	/** Why a case cannot run at all: something that it needs did not pass. */
	blockedBy(planned: PlannedCase): Settled | null {
		const culprit = planned.needs.find((key) => this.#statuses.get(key) !== 'passed');
		if (culprit === undefined) return null;
		const found = this.#statuses.get(culprit) ?? 'absent';
		return {
			status: 'skipped',
			skip: 'blocked',
			reason: {
				code: 'blocked',
				text: {
					zh: `依赖的用例“${culprit}”未通过（${found}），因此未执行。`,
					en: `Not run, because the case “${culprit}” that it needs did not pass (${found}).`,
				},
				expected: `${culprit}: passed`,
				actual: `${culprit}: ${found}`,
			},
		};
	}

	// A key that is not in the plan never ends; it blocks (needs) or is ignored (after) instead of waiting for ever.
	#isReady({ needs, after }: PlannedCase): boolean {
		return [...needs, ...after].every((key) => this.#statuses.get(key) !== null);
	}
}
