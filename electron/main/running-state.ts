import { powerSaveBlocker } from 'electron';
import type { Client } from '../../contract/client.ts';
import type { EngineEvent } from '../../contract/events.ts';

export interface RunningState {
	readonly run: string | null;
	readonly done: number;
	readonly total: number;
}

const IDLE: RunningState = { run: null, done: 0, total: 0 };

/** Follows what runs, tells of changes, and keeps the machine awake meanwhile: a benchmark must not sleep. */
export function followRunning(
	client: Client,
	onChange: (state: RunningState) => void,
): { state(): RunningState; stop(): void } {
	let state = IDLE;
	let blocker: number | null = null;
	let unsubscribe: () => void = () => undefined;
	void follow();

	return {
		state: () => state,
		stop() {
			unsubscribe();
			change(IDLE);
		},
	};

	// What happened while the engine was gone is replayed by the client, its interrupted run among it.
	async function follow(): Promise<void> {
		try {
			const { seq } = await client.call('about.show');
			const going = (await client.call('run.list')).find((run) => run.state === 'running');
			unsubscribe = client.subscribe(seq, hear);
			if (going !== undefined) await show(going.id);
		} catch {
			// The engine died while it was asked: from the beginning, as soon as it is back.
			unsubscribe = client.subscribe(0, hear);
		}
	}

	function hear(event: EngineEvent): void {
		if (event.kind !== 'fact') return;
		const { fact } = event.stored;
		if (fact.type === 'run.planned') change({ run: fact.run, done: 0, total: fact.cases.length });
		if (fact.type === 'run.continued') void show(fact.run);
		if (fact.type === 'case.finished' && fact.run === state.run) change({ ...state, done: state.done + 1 });
		if (fact.type === 'run.finished' || fact.type === 'run.paused' || fact.type === 'run.interrupted') change(IDLE);
	}

	async function show(run: string): Promise<void> {
		try {
			const detail = await client.call('run.show', { run });
			change({ run, done: detail.cases.filter((entry) => entry.state === 'ended').length, total: detail.total });
		} catch {
			// Gone again: its interruption is the next fact that arrives.
		}
	}

	function change(next: RunningState): void {
		state = next;
		if (next.run !== null && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
		if (next.run === null && blocker !== null) {
			powerSaveBlocker.stop(blocker);
			blocker = null;
		}
		onChange(next);
	}
}
