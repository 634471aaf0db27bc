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
	client: () => Client,
	onChange: (state: RunningState) => void,
): { state(): RunningState; follow(): void; stop(): void } {
	let state = IDLE;
	let blocker: number | null = null;
	let unsubscribe: () => void = () => undefined;

	return {
		state: () => state,
		follow() {
			unsubscribe();
			void client()
				.call('about.show')
				.then(({ seq }) => {
					unsubscribe = client().subscribe(seq, hear);
				})
				.catch(() => change(IDLE));
		},
		stop() {
			unsubscribe();
			change(IDLE);
		},
	};

	function hear(event: EngineEvent): void {
		if (event.kind !== 'fact') return;
		const { fact } = event.stored;
		if (fact.type === 'run.planned') change({ run: fact.run, done: 0, total: fact.cases.length });
		if (fact.type === 'run.continued') void resume(fact.run);
		if (fact.type === 'case.finished' && fact.run === state.run) change({ ...state, done: state.done + 1 });
		if (fact.type === 'run.finished' || fact.type === 'run.paused' || fact.type === 'run.interrupted') change(IDLE);
	}

	async function resume(run: string): Promise<void> {
		const detail = await client().call('run.show', { run });
		change({ run, done: detail.cases.filter((entry) => entry.state === 'ended').length, total: detail.total });
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
