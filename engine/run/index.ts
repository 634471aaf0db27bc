export type { Journal, OpenStep } from './journal.ts';
export { inspectNoise } from './measure/inspect-noise.ts';
export { linuxProbe } from './measure/probe/linux-probe.ts';
export { systemClock } from './measure/probe/system-clock.ts';
export { type SystemRebootOptions, systemReboot } from './reboot/system-reboot.ts';
export { type Cause, createRunner, type Runner, type StartRequest } from './runner.ts';
export type { AssertHost, RebootTools, RunClock, RunnerOptions } from './runner-options.ts';
export type { SessionEnd } from './session/run-session.ts';
export { elevationProblem } from './step/ask-elevation.ts';
