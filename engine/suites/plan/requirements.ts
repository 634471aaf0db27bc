import type { Text } from '../../../contract/text.ts';
import type { Scope } from '../expression/environment.ts';
import { evaluate } from '../expression/evaluate.ts';
import { explainNo } from '../expression/explain-no.ts';
import type { ManifestRequirement } from '../manifest/case.ts';

/** A condition that does not hold here: the expression, what was found, and a sentence for people. */
export interface Refusal {
	readonly requirement: string;
	readonly found: string;
	readonly reason: Text;
}

/** The first condition that does not hold; null when all do. What cannot be told does not hold. */
export function firstRefusal(requirements: readonly ManifestRequirement[] | undefined, scope: Scope): Refusal | null {
	for (const entry of requirements ?? []) {
		const expression = typeof entry === 'string' ? entry : entry.that;
		const answer = evaluate(expression, scope);
		if ('value' in answer && answer.value === true) continue;
		const { found, reason } = explainNo(expression, scope, answer);
		return { requirement: expression, found, reason: typeof entry === 'string' ? reason : entry.otherwise };
	}
	return null;
}
