import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../../../contract/evidence.ts';
import type { Expectation, PlannedStep } from '../../../contract/plan.ts';
import { fillIn, type Outcome, readFileFact } from '../../parsers/index.ts';
import { makeStepCgroup, type RunningStep, type StepEnding } from '../../process/index.ts';
import { judgeEnding } from './judge-ending.ts';
import { followOutput } from './live-output.ts';
import { keepOutput } from './outputs.ts';
import { placeholderLookUp } from './placeholders.ts';
import { elevation } from './privilege.ts';
import { scriptCommand } from './script-command.ts';
import type { StepContext } from './step-context.ts';
import type { StepVerdict } from './step-verdict.ts';
import { resolvePath, surroundingsOf } from './surroundings.ts';

export type ProcessStep = Extract<PlannedStep, { kind: 'run' | 'script' }>;

/** Kept of each stream: its first megabyte and its last three. */
const OUTPUT_BYTES = 4 * 1024 * 1024;
const HEAD_SHARE = 0.25;
const GRACE_MS = 5000;
const STRAY_GRACE_MS = 500;
/** An operator who cancels or skips waits no longer than this for a step to tidy up. */
const STOP_GRACE_MS = 700;
/** Far beyond the threads of any step: the limit that its processes have is the supervisor's to hold. */
const FENCE_TASKS = 8192;

/** Runs a command or script to its end and judges it. Everything that can go wrong is in the answer. */
export async function runProcessStep(
	context: StepContext<ProcessStep>,
	argv: readonly string[],
	expects: readonly (Expectation | undefined)[],
): Promise<StepVerdict> {
	const { run, step, id, phase } = context;
	const files = outputFiles(context);
	const prepared = prepare(context, argv);
	const raised =
		step.user === 'root'
			? elevation(run.options.elevation, process.getuid?.(), prepared.env.PATH ?? '')
			: { prefix: [] };
	const base = { id, phase, index: context.index, kind: step.kind, argv: [...argv], user: step.user };
	if ('refused' in raised) {
		const skipped = { status: 'skipped', skip: 'requirement', reason: raised.refused } as const;
		return { result: { ...base, ...nothingRan(run.clock.now()), ...skipped }, outcome: null };
	}

	const running = run.startStep({
		token: `${run.id}/${context.order}/${randomUUID().slice(0, 8)}`,
		...prepared,
		...files,
		...outputBounds(step.limits?.outputBytes),
		deadlineMs: context.deadline.ms,
		graceMs: GRACE_MS,
		strayGraceMs: STRAY_GRACE_MS,
		limits: step.limits ?? {},
		keep: step.keepsRunning === true,
		elevate: raised.prefix,
		...fenceOf(step),
	});
	const ending = await followed(context, running, files);

	const kept = [
		keepOutput(run.journal, files.stdout, `${id}.stdout.txt`, ending.stdout),
		keepOutput(run.journal, files.stderr, `${id}.stderr.txt`, ending.stderr),
	] as const;
	const outcome: Outcome = {
		exitCode: ending.exitCode,
		signal: ending.signal,
		stdout: kept[0].captured,
		stderr: kept[1].captured,
		file: (path) => readFileFact(resolvePath(path, prepared.values)),
	};
	const judged = judgeEnding({ context, ending, outcome, expects });
	const result = {
		...base,
		status: judged.status,
		...(judged.skip !== undefined && { skip: judged.skip }),
		...(judged.reason !== undefined && { reason: judged.reason }),
		exitCode: ending.exitCode,
		signal: ending.signal,
		startedOn: ending.startedOn.toISOString(),
		durationMs: ending.durationMs,
		strays: ending.strays,
		usage: ending.usage,
		evidence: kept.flatMap(({ evidence }): Evidence[] => (evidence === null ? [] : [evidence])),
	};
	return { result, outcome };
}

/** The command with everything filled in; throws UnknownPlaceholder and what reading a script throws. */
export function commandOf(context: StepContext<ProcessStep>): string[] {
	const { step } = context;
	const { values } = surroundingsOf(context, step.env);
	const fill = (text: string) => fillIn(text, placeholderLookUp(values, false));
	if (step.kind === 'run') return step.argv.map(fill);
	return scriptCommand(fill(step.file), step.args.map(fill));
}

// Joining costs milliseconds, so only steps that are expected to run wild get one: a cgroup of ours, else a scope.
function fenceOf({ limits }: ProcessStep): { cgroup: string | null; scopeTasks: number | null } {
	if (limits?.processes === undefined) return { cgroup: null, scopeTasks: null };
	const cgroup = makeStepCgroup();
	return { cgroup, scopeTasks: cgroup === null ? FENCE_TASKS + limits.processes : null };
}

async function followed(context: StepContext, running: RunningStep, files: { stdout: string; stderr: string }) {
	const { signal, step } = context;
	const stop = () => {
		running.stop();
		setTimeout(() => running.kill(), STOP_GRACE_MS).unref();
	};
	signal.addEventListener('abort', stop, { once: true });
	if (signal.aborted) stop();
	const follow = followOutput(context, running, files);
	let ending: StepEnding = await running.exited;
	if ((step.kind === 'run' || step.kind === 'script') && step.keepsRunning === true && ending.kept > 0)
		context.kept.add(running);
	else ending = await running.ended;
	follow.end();
	signal.removeEventListener('abort', stop);
	return ending;
}

function prepare(context: StepContext<ProcessStep>, argv: readonly string[]) {
	const { step, directories } = context;
	const { env, values } = surroundingsOf(context, step.env);
	const stdin = step.stdin === undefined ? null : join(directories.outputs, `${fileStem(context)}.stdin`);
	if (stdin !== null) writeFileSync(stdin, fillIn(step.stdin ?? '', placeholderLookUp(values, true)), { mode: 0o600 });
	return { argv, env, cwd: directories.scratch, stdin, values };
}

function outputFiles(context: StepContext): { stdout: string; stderr: string } {
	const stem = join(context.directories.outputs, fileStem(context));
	return { stdout: `${stem}.stdout`, stderr: `${stem}.stderr` };
}

/** Ids may hold any character: the place in the attempt names the file. */
function fileStem({ phase, index, id }: StepContext): string {
	return `${phase}-${index}${/#\d+$/u.exec(id)?.[0] ?? ''}`;
}

function outputBounds(outputBytes = OUTPUT_BYTES): { headBytes: number; tailBytes: number } {
	const headBytes = Math.max(1, Math.floor(outputBytes * HEAD_SHARE));
	return { headBytes, tailBytes: Math.max(1, outputBytes - headBytes) };
}

function nothingRan(now: Date) {
	return {
		exitCode: null,
		signal: null,
		startedOn: now.toISOString(),
		durationMs: 0,
		strays: 0,
		usage: null,
		evidence: [],
	};
}
