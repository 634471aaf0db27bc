export { type CommandOptions, type CommandResult, type CommandState, commandPath, runCommand } from './command.ts';
export { endLeftovers, endOrphans } from './step/leftovers.ts';
export { openSteps, type Steps } from './step/open-supervisor.ts';
export type {
	RunningStep,
	StartStep,
	StepCause,
	StepEnding,
	StepLimits,
	StepRequest,
	StreamBytes,
} from './step/step.ts';
export { makeStepCgroup } from './step/step-cgroup.ts';
export { takeTimes } from './step/take-times.ts';
