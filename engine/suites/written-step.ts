import type { WrittenStep } from '../../contract/plan.ts';
import type { ManifestStep } from './manifest/step.ts';

/** What a step of a manifest does, for people who look at a suite before any plan is made of it. */
export function writtenStep(step: ManifestStep): WrittenStep {
	if ('run' in step) return { kind: 'run', argv: step.run.map(String) };
	if ('script' in step) return { kind: 'script', file: step.script, args: (step.args ?? []).map(String) };
	if ('action' in step) return { kind: 'action', action: step.action, with: step.with ?? {} };
	if ('manual' in step) return { kind: 'manual', instructions: step.manual.instructions };
	return { kind: 'reboot' };
}
