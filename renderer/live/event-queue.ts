import type { EngineEvent } from '../../contract/events.ts';

export interface EventQueue {
	push(event: EngineEvent): void;
	close(): void;
}

export interface Measuring {
	readonly run: string;
	readonly key: string;
}

export interface QueueOptions {
	/** At most one flush in this time: 100 ms makes ten renders a second. */
	readonly everyMs: number;
	readonly flush: (events: readonly EngineEvent[]) => void;
	/** Called with a flush when measured repetitions begin, or have ended; nothing is flushed while one runs. */
	readonly onMeasuring: (measuring: Measuring | null) => void;
}

/**
 * Collects events into few batches, and keeps quiet while a measured repetition runs so as not to disturb it. What came
 * before a repetition is flushed at its beginning: the engine then waits a moment for windows to draw it.
 */
export function createEventQueue({ everyMs, flush, onMeasuring }: QueueOptions): EventQueue {
	let waiting: EngineEvent[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	let measuring: Measuring | null = null;
	let told: Measuring | null = null;

	const flushNow = () => {
		clearTimeout(timer);
		timer = undefined;
		const batch = waiting;
		waiting = [];
		if (batch.length > 0) flush(batch);
		if (told?.run === measuring?.run && told?.key === measuring?.key) return;
		told = measuring;
		onMeasuring(measuring);
	};
	const schedule = () => {
		const something = waiting.length > 0 || told !== null;
		if (measuring === null && timer === undefined && something) timer = setTimeout(flushNow, everyMs);
	};

	return {
		push(event) {
			if (event.kind === 'live' && event.event.type === 'live.measuring') {
				const { run, key } = event.event;
				measuring = event.event.measuring ? { run, key } : null;
				if (measuring !== null) flushNow();
			} else {
				waiting.push(event);
				// A run that ends while it measured (killed, cancelled) must not leave the page frozen.
				if (endsRun(event)) measuring = null;
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
