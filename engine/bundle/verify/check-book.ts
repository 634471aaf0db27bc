import type { Text } from '../../../contract/text.ts';
import { CHECK_IDS, type Check, type CheckId, type Outcome } from '../../../contract/verification.ts';
import type { Refusal } from '../refusal.ts';

/** Collects what every check found. A failed check stays failed, whatever comes after. */
export class CheckBook {
	readonly #checks = new Map<CheckId, Check>();

	passed(id: CheckId, detail: Text): void {
		this.#note(id, 'passed', detail);
	}

	failed(id: CheckId, detail: Text, todo?: Text): void {
		this.#note(id, 'failed', detail, todo);
	}

	warned(id: CheckId, detail: Text, todo?: Text): void {
		this.#note(id, 'warned', detail, todo);
	}

	skipped(id: CheckId, detail: Text): void {
		this.#note(id, 'skipped', detail);
	}

	refused({ check, detail, todo }: Refusal): void {
		this.#note(check, 'failed', detail, todo);
	}

	/** Every check there is, in its fixed order; what was never reached is skipped and says so. */
	all(): Check[] {
		return CHECK_IDS.map((id) => this.#checks.get(id) ?? { id, outcome: 'skipped', detail: NOT_REACHED });
	}

	#note(id: CheckId, outcome: Outcome, detail: Text, todo?: Text): void {
		const known = this.#checks.get(id);
		if (known !== undefined && WEIGHT[known.outcome] >= WEIGHT[outcome]) return;
		this.#checks.set(id, { id, outcome, detail, ...(todo === undefined ? {} : { todo }) });
	}
}

const WEIGHT: Readonly<Record<Outcome, number>> = { skipped: 0, passed: 1, warned: 2, failed: 3 };

const NOT_REACHED: Text = {
	zh: '未进行：前面的检查未通过，无法继续',
	en: 'not done: an earlier check failed, there was nothing to go on with',
};
