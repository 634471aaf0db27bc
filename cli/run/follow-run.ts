import type { EngineEvent, Fact } from '../../contract/events.ts';
import type { RunDetail } from '../../contract/run.ts';
import type { Engine } from '../../engine/index.ts';
import type { Cli } from '../cli.ts';
import { runPage } from '../pages/run-page.ts';
import { createProgress } from './progress.ts';

interface FollowOptions {
	readonly json: boolean;
	readonly total: number;
	/** Where the page goes; stdout unless said. */
	readonly page?: (text: string) => void;
}

/**
 * Shows a run until it ends, pauses or is interrupted, then its page, and sets the exit code: 0 passed, 1 failed, 130
 * interrupted. Ctrl+C interrupts a run of this process cleanly; a run of another process goes on without us.
 */
export async function followRun(engine: Engine, run: string, cli: Cli, options: FollowOptions): Promise<void> {
	const { terminal } = cli;
	const progress = createProgress(terminal, options.total);
	terminal.remark(terminal.text('run.started', { run, cases: options.total }));
	const ended = await waitForEnd(engine, run, progress.show);
	progress.end();

	if (ended === 'detached') {
		terminal.remark(terminal.text('run.detached', { pid: engine.attachedTo?.pid ?? 0 }));
		return cli.end(130);
	}
	if (ended === 'run.interrupted') terminal.remark(terminal.text('run.interrupted', { run: run.slice(0, 13) }));
	// The engine may already be closing; the page is read only while it is there.
	if (ended === 'run.interrupted') return cli.end(130);
	const detail = await engine.client.call('run.show', { run });
	if (ended === 'run.paused') remarkPause(detail, cli);
	if (options.json) terminal.json(detail);
	else (options.page ?? terminal.page)(runPage(detail, terminal));
	cli.end(ended === 'run.paused' ? 0 : detail.verdict === 'FAILED' || detail.status !== 'passed' ? 1 : 0);
}

type End = 'run.finished' | 'run.paused' | 'run.interrupted' | 'detached';

function waitForEnd(engine: Engine, run: string, show: (event: EngineEvent) => void): Promise<End> {
	return new Promise((resolve) => {
		const stop = engine.client.subscribe(0, (event) => {
			if (!concerns(event, run)) return;
			show(event);
			const end = endOf(event);
			if (end !== null) finish(end);
		});
		const onSignal = (signal: NodeJS.Signals) => {
			if (engine.attachedTo !== null) return finish('detached');
			// Recorded as interrupted by the engine, which tells us through the feed.
			void engine.close(signal).then(() => finish('run.interrupted'));
		};
		const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
		for (const signal of signals) process.once(signal, onSignal);

		function finish(end: End): void {
			stop();
			for (const signal of signals) process.off(signal, onSignal);
			resolve(end);
		}
	});
}

function concerns(event: EngineEvent, run: string): boolean {
	const subject: Fact | EngineEvent = event.kind === 'fact' ? event.stored.fact : event;
	if (event.kind === 'live') return 'run' in event.event && event.event.run === run;
	return 'run' in subject && subject.run === run;
}

function endOf(event: EngineEvent): End | null {
	if (event.kind !== 'fact') return null;
	const { type } = event.stored.fact;
	return type === 'run.finished' || type === 'run.paused' || type === 'run.interrupted' ? type : null;
}

function remarkPause(detail: RunDetail, cli: Cli): void {
	const asking = detail.cases.filter((entry) => entry.state === 'asking').length;
	const { terminal } = cli;
	const run = detail.id.slice(0, 13);
	terminal.remark(
		asking > 0 ? terminal.text('run.manual', { count: asking, run }) : terminal.text('run.paused', { run }),
	);
}
