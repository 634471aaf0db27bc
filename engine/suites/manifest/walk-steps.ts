import type { ManifestCase } from './case.ts';
import type { ManifestStep } from './step.ts';
import type { Manifest } from './suite.ts';

export type Phase = 'steps' | 'prepare' | 'cleanup' | 'onFail';

export interface PlacedStep {
	readonly step: ManifestStep;
	readonly phase: Phase;
	readonly index: number;
	readonly path: readonly PropertyKey[];
}

/** Every step of a case with the path where it stands, and behind a manual one the commands that it offers. */
export function stepsOf(entry: ManifestCase, caseIndex: number): PlacedStep[] {
	const at = ['cases', caseIndex];
	return [
		...placed(entry.steps, 'steps', [...at, 'steps']),
		...placed(entry.bench?.prepare ?? [], 'prepare', [...at, 'bench', 'prepare']),
		...placed(entry.cleanup ?? [], 'cleanup', [...at, 'cleanup']),
		...placed(entry.onFail ?? [], 'onFail', [...at, 'onFail']),
	];
}

export function allSteps(manifest: Manifest): PlacedStep[] {
	return manifest.cases.flatMap(stepsOf);
}

function placed(steps: readonly ManifestStep[], phase: Phase, path: readonly PropertyKey[]): PlacedStep[] {
	return steps.flatMap((step, index) => {
		const at = [...path, index];
		const commands = 'manual' in step ? (step.manual.commands ?? []) : [];
		return [
			{ step, phase, index, path: at },
			...commands.map((command, place) => ({
				...{ step: command, phase, index },
				path: [...at, 'manual', 'commands', place],
			})),
		];
	});
}
