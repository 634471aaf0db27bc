import { ACTIONS, type ActionName } from '../../../contract/actions.ts';
import { isBareExpression } from '../expression/resolve.ts';
import type { Manifest } from '../manifest/suite.ts';
import { allSteps } from '../manifest/walk-steps.ts';
import { oneOf } from './check-references.ts';
import { explainIssue } from './explain-issue.ts';
import { knownKeys } from './known-keys.ts';
import { shown } from './read-manifest.ts';
import type { Report } from './report.ts';

/** Checks the names of actions and what they are given, as far as it stands there and is not worked out later. */
export function checkActions(manifest: Manifest, report: Report): void {
	for (const { step, path } of allSteps(manifest)) {
		if (!('action' in step)) continue;
		if (!isAction(step.action)) {
			report([...path, 'action'], oneOf(Object.keys(ACTIONS), step.action), step.action);
			continue;
		}
		const { with: schema } = ACTIONS[step.action];
		const given = step.with ?? {};
		const parsed = schema.safeParse(given);
		if (parsed.success) continue;
		for (const issue of parsed.error.issues) {
			for (const { path: below, key, expected, found } of explainIssue(issue, given, (at) => knownKeys(schema, at))) {
				if (!isWorkedOutLater(found)) report([...path, 'with', ...below], expected, shown(found), { key });
			}
		}
	}
}

export function isAction(name: string): name is ActionName {
	return Object.hasOwn(ACTIONS, name);
}

function isWorkedOutLater(value: unknown): boolean {
	return typeof value === 'string' && (value.includes('${') || isBareExpression(value));
}
