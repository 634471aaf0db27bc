import type { EngineEvent } from '../../contract/events.ts';

export interface EventQueue {
	push(event: EngineEvent): void;
	close(): void;
}

export interface QueueOptions {
	/** At most one flush in this time: 100 ms makes ten renders a second. */
	readonly everyMs: number;
	readonly flush: (events: readonly EngineEvent[]) => void;
	/** Called when a measured repetition begins or ends; nothing is flushed in between. */
	readonly onMeasuring: (measuring: { run: string; key: string } | null) => void;
}

/** Collects events into few batches, and keeps quiet while a measured repetition runs so as not to disturb it. */
export function createEventQueue({ everyMs, flush, onMeasuring }: QueueOptions): EventQueue {
	let waiting: EngineEvent[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	let measuring = false;

	const flushNow = () => {
		timer = undefined;
		const batch = waiting;
		waiting = [];
		if (batch.length > 0) flush(batch);
	};
	const schedule = () => {
		if (!measuring && timer === undefined && waiting.length > 0) timer = setTimeout(flushNow, everyMs);
	};
	const switchMeasuring = (run: string, key: string, next: boolean) => {
		if (next === measuring) return;
		measuring = next;
		clearTimeout(timer);
		if (next) flushNow();
		timer = undefined;
		onMeasuring(next ? { run, key } : null);
	};

	return {
		push(event) {
			if (event.kind === 'live' && event.event.type === 'live.measuring') {
				switchMeasuring(event.event.run, event.event.key, event.event.measuring);
			} else {
				waiting.push(event);
				// A run that ends while it measured (killed, cancelled) must not leave the page frozen.
				if (measuring && endsRun(event)) switchMeasuring('', '', false);
			}
			schedule();
		},
		close: () => clearTimeout(timer),
	};
}

function endsRun(event: EngineEvent): boolean {
	if (event.kind !== 'fact') return false;
	return /^(run\.(finished|cancelled|interrupted|paused)|case\.finished)$/u.test(event.stored.fact.type);
}
