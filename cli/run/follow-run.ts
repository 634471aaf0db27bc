import { fromErrorAnswer } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { RunDetail } from '../../contract/run.ts';
import type { Engine } from '../../engine/index.ts';
import type { Cli } from '../cli.ts';
import { runPage } from '../pages/run-page.ts';
import { answerSteps } from './answer-steps.ts';
import { createProgress } from './progress.ts';

interface FollowOptions {
	readonly json: boolean;
	/** Place in the record from which to watch: before the run was started or continued. */
	readonly after: number;
	/** Cases that had ended before a resume. */
	readonly earlier?: number;
	/** Where the page goes; stdout unless said. */
	readonly page?: (text: string) => void;
}

/** gone: the other process that carried the run out does not answer any more. */
type End = 'run.finished' | 'live.halted' | 'run.interrupted' | 'detached' | 'gone';

const LOOK_AFTER_OTHER_MS = 1000;

/**
 * Shows a run until it ends, pauses or is interrupted, then its page, and sets the exit code: 0 passed, 1 failed, 130
 * interrupted. Rejects when it could not be recorded. Ctrl+C interrupts a run of this process cleanly; a run of another
 * process goes on without us. When only a person can go on, the person at the terminal is asked; without one the run is
 * paused.
 */
export async function followRun(engine: Engine, run: string, cli: Cli, options: FollowOptions): Promise<void> {
	const { terminal } = cli;
	const planned = await engine.client.call('run.show', { run });
	const progress = createProgress(terminal, planned, options.earlier ?? 0);
	terminal.remark(terminal.text('run.started', { run, cases: planned.total }));
	const over = new AbortController();
	const ended = await waitForEnd(engine, run, options.after, progress.show, () =>
		askPerson(engine, run, cli, over.signal),
	).finally(() => {
		// Somebody else may have answered, paused or cancelled while this terminal asked.
		over.abort();
		progress.end();
	});

	if (ended === 'detached') {
		terminal.remark(terminal.text('run.detached', { pid: engine.attachedTo?.pid ?? 0, run: run.slice(0, 13) }));
		return cli.end(130);
	}
	if (ended === 'run.interrupted') {
		terminal.remark(terminal.text('run.interrupted', { run: run.slice(0, 13) }));
		return cli.end(130);
	}
	const detail = await cli.outcome((client) => client.call('run.show', { run }));
	if (ended === 'gone' && detail.state !== 'ended') {
		terminal.remark(terminal.text('run.interrupted', { run: run.slice(0, 13) }));
		return cli.end(130);
	}
	if (ended === 'live.halted') remarkPause(detail, cli);
	if (options.json) terminal.json(detail);
	else (options.page ?? terminal.page)(runPage(detail, terminal));
	cli.end(ended === 'live.halted' ? 0 : detail.verdict === 'FAILED' || detail.status !== 'passed' ? 1 : 0);
}

function waitForEnd(
	engine: Engine,
	run: string,
	after: number,
	show: (event: EngineEvent) => void,
	askPerson: () => Promise<void>,
): Promise<End> {
	const { promise, resolve, reject } = Promise.withResolvers<End>();
	const onSignal = (signal: NodeJS.Signals) => {
		if (engine.attachedTo !== null) return resolve('detached');
		// Recorded as interrupted by the engine before it lets go.
		void engine.close(signal).then(() => resolve('run.interrupted'));
	};
	const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.once(signal, onSignal);
	// A run that waits for a person has nothing else that would keep this process here.
	const awake = setInterval(() => {
		if (engine.attachedTo !== null) void engine.client.call('about.show').catch(() => resolve('gone'));
	}, LOOK_AFTER_OTHER_MS);

	// Facts may arrive before subscribe returns, so nothing in here may need what it returns.
	const stop = engine.client.subscribe(after, (event) => {
		if (!concerns(event, run)) return;
		show(event);
		if (event.kind === 'live' && event.event.type === 'live.failed') reject(fromErrorAnswer(event.event.error));
		const end = endOf(event);
		if (end !== null) resolve(end);
		if (event.kind === 'fact' && mayWait(event.stored.fact.type)) void askPerson().catch(() => undefined);
	});
	return promise.finally(() => {
		stop();
		clearInterval(awake);
		for (const signal of signals) process.off(signal, onSignal);
	});
}

// Asked once nothing but manual steps is left: until then the run goes on with other cases.
async function askPerson(engine: Engine, run: string, cli: Cli, over: AbortSignal): Promise<void> {
	const detail = await engine.client.call('run.show', { run });
	const open = detail.cases.filter((entry) => entry.state !== 'ended');
	if (detail.state !== 'running' || open.length === 0 || open.some((entry) => entry.state !== 'asking')) return;
	if (cli.terminal.interactive) await answerSteps(engine, run, cli, over);
	const after = await engine.client.call('run.show', { run });
	if (after.state === 'running' && after.cases.some((entry) => entry.state === 'asking'))
		await engine.client.call('run.pause', { run });
}

function mayWait(type: string): boolean {
	return type === 'manual.asked' || type === 'case.finished';
}

function concerns(event: EngineEvent, run: string): boolean {
	if (event.kind === 'live') return 'run' in event.event && event.event.run === run;
	return 'run' in event.stored.fact && event.stored.fact.run === run;
}

// A pause begins when it is asked for and holds when the step that runs has ended: until then the engine is needed.
function endOf(event: EngineEvent): End | null {
	const { type } = event.kind === 'live' ? event.event : event.stored.fact;
	return type === 'run.finished' || type === 'live.halted' || type === 'run.interrupted' ? type : null;
}

function remarkPause(detail: RunDetail, cli: Cli): void {
	const asking = detail.cases.filter((entry) => entry.state === 'asking').length;
	const { terminal } = cli;
	const run = detail.id.slice(0, 13);
	terminal.remark(
		asking > 0 ? terminal.text('run.manual', { count: asking, run }) : terminal.text('run.paused', { run }),
	);
}
