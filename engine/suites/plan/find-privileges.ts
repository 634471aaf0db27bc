import { type Missing, type PlannedCase, withCommands } from '../../../contract/plan.ts';
import type { Text } from '../../../contract/text.ts';

/** Why a step could not become root here; null: it could. */
export type AskElevation = () => Promise<Text | null>;

/** The steps of each suite that need root, where root would not be granted. Nobody is asked when no step needs it. */
export async function missingPrivileges(cases: readonly PlannedCase[], ask: AskElevation): Promise<Missing[]> {
	const needing = cases.map((entry) => [entry, rootSteps(entry)] as const).filter(([, steps]) => steps.length > 0);
	if (needing.length === 0) return [];
	const problem = await ask();
	if (problem === null) return [];
	return [...new Set(needing.map(([{ suite }]) => suite))].map((suite) => {
		const places = needing
			.filter(([entry]) => entry.suite === suite)
			.map(([entry, steps]) => `${entry.key}: ${steps.join(', ')}`)
			.join('; ');
		const detail = {
			zh: `需要 root 的步骤（${places}）：${problem.zh ?? problem.en}。`,
			en: `Steps that need root (${places}): ${problem.en ?? problem.zh}.`,
		};
		return { kind: 'privilege', suite, name: 'root', detail };
	});
}

// Actions, questions and restarts are the engine's own doing: only processes are started as root.
function rootSteps({ prepare = [], steps, onFail, cleanup }: PlannedCase): string[] {
	return withCommands([...prepare, ...steps, ...onFail, ...cleanup])
		.filter(({ kind, user }) => user === 'root' && (kind === 'run' || kind === 'script'))
		.map(({ id }) => id);
}
