import { writeFileSync } from 'node:fs';
import type { OpenChannel } from './channel.ts';
import { endLeftovers } from './leftovers.ts';
import { nurseryChannels } from './nursery.ts';
import { elevatedChannels } from './own-process-channel.ts';
import { hasUserScopes, scopedChannels } from './scoped-channel.ts';
import { holdsNul, specBytes } from './spec-bytes.ts';
import {
	NO_BYTES,
	type RunningStep,
	type StartStep,
	type StepCause,
	type StepEnding,
	type StepRequest,
} from './step.ts';
import { type ExitedEvent, errnoName, signalName, streamBytes } from './supervisor-events.ts';
import { timesFile } from './take-times.ts';

/** Steps run below our own static supervisor: nothing they start escapes it, even when the engine is killed. */
export function supervisedSteps(supervisor: string): StartStep {
	const nursery = nurseryChannels(supervisor);
	return (request) => {
		if (holdsNul(request)) return endedAtOnce(failed(new Date(), 0, 'notStarted', 'arguments', 'NUL'));
		const elevated = request.elevate.length > 0;
		if (elevated) ownFiles([request.stdout, request.stderr].flatMap((file) => [file, timesFile(file)]));
		return watch(channelsFor(request), request, elevated);
	};

	function channelsFor({ elevate, scopeTasks }: StepRequest): OpenChannel {
		if (elevate.length > 0) return elevatedChannels(supervisor, elevate);
		return scopeTasks !== null && hasUserScopes() ? scopedChannels(supervisor, scopeTasks, nursery) : nursery;
	}
}

/** Made by us beforehand, they stay ours when root writes into them: else we could not read what the step wrote. */
function ownFiles(files: readonly string[]): void {
	for (const file of files) {
		try {
			writeFileSync(file, '', { mode: 0o600 });
		} catch {
			// Disk full or read-only: the supervisor says so by the bytes that it lost.
		}
	}
}

type Written = { readonly stdout: number; readonly stderr: number };

function watch(open: OpenChannel, request: StepRequest, elevated: boolean): RunningStep {
	const startedOn = new Date();
	const began = performance.now();
	const exited = Promise.withResolvers<StepEnding>();
	const ended = Promise.withResolvers<StepEnding>();
	const waiting: ((written: Written | null) => void)[] = [];
	let running = false;
	let last: StepEnding | null = null;
	let over = false;

	const channel = open(specBytes(request), request.token, {
		onEvent(event) {
			if (event.event === 'started') running = true;
			if (event.event === 'failed') finish(notRun('notStarted', event.what, errnoName(event.errno)));
			if (event.event === 'progress') waiting.shift()?.({ stdout: event.stdout[0], stderr: event.stderr[0] });
			if (event.event === 'exited') {
				last = endingOf(event, startedOn);
				exited.resolve(last);
			}
			if (event.event === 'ended' && last !== null) finish({ ...last, unkillable: event.unkillable });
		},
		onClosed: (how) => void closed(how),
	});

	return {
		exited: exited.promise,
		ended: ended.promise,
		stop: () => command('s'),
		kill: () => command('k'),
		progress: () =>
			over || last !== null
				? Promise.resolve(null)
				: new Promise((resolve) => {
						waiting.push(resolve);
						command('p');
					}),
	};

	function command(letter: 's' | 'k' | 'p'): void {
		if (!over) channel.write(letter);
	}

	async function closed(how: string): Promise<void> {
		if (over) return;
		if (!running && elevated) return finish(notRun('refused', 'elevate', how));
		await endLeftovers(request.token);
		finish(notRun(running ? 'lost' : 'notStarted', 'supervisor', how));
	}

	function notRun(cause: StepCause, part: string, error: string): StepEnding {
		return failed(startedOn, performance.now() - began, cause, part, error);
	}

	function finish(ending: StepEnding): void {
		if (over) return;
		over = true;
		for (const resolve of waiting) resolve(null);
		exited.resolve(ending);
		ended.resolve(ending);
		channel.end();
	}
}

function endingOf(event: ExitedEvent, startedOn: Date): StepEnding {
	return {
		cause: event.cause,
		exitCode: event.code ?? null,
		signal: event.signal === undefined ? null : signalName(event.signal),
		startedOn,
		durationMs: event.ns / 1e6,
		usage: { userMs: event.userUs / 1e3, systemMs: event.systemUs / 1e3, maxRssBytes: event.maxRssKib * 1024 },
		strays: event.strays,
		kept: event.kept,
		unkillable: 0,
		stdout: streamBytes(event.stdout),
		stderr: streamBytes(event.stderr),
		failure: null,
	};
}

function failed(startedOn: Date, durationMs: number, cause: StepCause, part: string, error: string): StepEnding {
	return {
		cause,
		exitCode: null,
		signal: null,
		startedOn,
		durationMs,
		usage: null,
		strays: 0,
		kept: 0,
		unkillable: 0,
		stdout: NO_BYTES,
		stderr: NO_BYTES,
		failure: { part, error },
	};
}

function endedAtOnce(ending: StepEnding): RunningStep {
	const settled = Promise.resolve(ending);
	return {
		exited: settled,
		ended: settled,
		stop: () => undefined,
		kill: () => undefined,
		progress: () => Promise.resolve(null),
	};
}
