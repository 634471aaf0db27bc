import type { ErrorAnswer } from '../../contract/errors.ts';
import type { EngineEvent, Fact, LiveEvent } from '../../contract/events.ts';
import type { RepetitionRecord } from '../../contract/measurement/repetition.ts';
import type { Output } from '../../contract/methods.ts';
import type { StepCourse } from '../../contract/step-course.ts';
import { createStore, type Store } from '../state/store.ts';
import type { Measuring } from './event-queue.ts';
import { applyToCourses } from './step-courses.ts';

export type Sample = Output<'run.samples'>[number];
export type Figures = Omit<Extract<LiveEvent, { type: 'live.figures' }>, 'type' | 'run' | 'key'>;

/** What is only shown while it happens. */
export interface LiveState {
	/** The newest output of each step, by `run key step`; bounded. */
	readonly output: Readonly<Record<string, string>>;
	readonly progress: Readonly<Record<string, { text: { zh: string; en: string }; done: number; total: number }>>;
	readonly probes: Readonly<Record<string, { state: string; durationMs: number }>>;
	/** What the repetitions of the newest attempt gave since the page was opened, by `run key`. */
	readonly samples: Readonly<Record<string, readonly Sample[]>>;
	/** What the repetitions so far come to, by `run key`. */
	readonly figures: Readonly<Record<string, Figures>>;
	/** How much of long work is done, 0 to 1, by the name under which it is watched. */
	readonly shares: Readonly<Record<string, number>>;
	/** How far the steps of the newest attempt are, as told since the page was opened, by `run key`. */
	readonly steps: Readonly<Record<string, readonly StepCourse[]>>;
	/** Of the last batch of events, or of the clock's last tick: ms since 1970. */
	readonly now: number;
	readonly measuring: Measuring | null;
	/** Why a run is not carried out any more although no fact says so, by run. */
	readonly failures: Readonly<Record<string, ErrorAnswer>>;
}

const KEEP = 48 * 1024;
const EMPTY: LiveState = {
	output: {},
	progress: {},
	probes: {},
	samples: {},
	figures: {},
	shares: {},
	steps: {},
	now: 0,
	measuring: null,
	failures: {},
};

export type LiveStore = Store<LiveState>;

export function createLiveState(): LiveStore {
	return createStore({ ...EMPTY, now: Date.now() });
}

/** The state after a batch of events. */
export function applyLive(state: LiveState, events: readonly EngineEvent[]): LiveState {
	let next = state;
	for (const event of events) next = event.kind === 'live' ? applyShown(next, event.event) : applyFact(next, event);
	return next;
}

type Shown = Extract<EngineEvent, { kind: 'live' }>['event'];

function applyShown(state: LiveState, event: Shown): LiveState {
	switch (event.type) {
		case 'live.output': {
			const key = `${event.run} ${event.key} ${event.step}`;
			const text = ((state.output[key] ?? '') + event.text).slice(-KEEP);
			return { ...state, output: { ...state.output, [key]: text } };
		}
		case 'live.progress':
			return { ...state, progress: { ...state.progress, [`${event.run} ${event.key}`]: event } };
		case 'live.figures':
			return { ...state, figures: { ...state.figures, [`${event.run} ${event.key}`]: event } };
		case 'live.document':
		case 'live.check':
			return { ...state, shares: { ...state.shares, [event.watch]: event.share } };
		case 'live.probe':
			return { ...state, probes: { ...state.probes, [event.name]: event } };
		case 'live.failed':
			return { ...state, failures: { ...state.failures, [event.run]: event.error } };
		default:
			return state;
	}
}

function applyFact(state: LiveState, event: Extract<EngineEvent, { kind: 'fact' }>): LiveState {
	const { fact, at } = event.stored;
	if ('key' in fact && 'run' in fact) state = withSteps(state, fact, at);
	if (fact.type === 'sample.taken') {
		const key = `${fact.run} ${fact.key}`;
		const taken = readRepetition(fact.sample);
		return { ...state, samples: { ...state.samples, [key]: [...(state.samples[key] ?? []), ...taken].slice(-200) } };
	}
	// What an earlier attempt measured is no result of the case.
	if (fact.type === 'attempt.started')
		return { ...state, samples: { ...state.samples, [`${fact.run} ${fact.key}`]: [] } };
	if (fact.type === 'run.continued') {
		const { [fact.run]: _, ...failures } = state.failures;
		return { ...state, failures };
	}
	if (fact.type === 'run.finished') {
		const others = (record: Readonly<Record<string, never>>) =>
			Object.fromEntries(Object.entries(record).filter(([key]) => !key.startsWith(`${fact.run} `)));
		return {
			...state,
			output: others(state.output as never),
			progress: others(state.progress as never),
			figures: others(state.figures as never),
			steps: others(state.steps as never),
		};
	}
	return state;
}

function withSteps(state: LiveState, fact: Fact, at: string): LiveState {
	const key = 'key' in fact ? `${fact.run} ${fact.key}` : '';
	const steps = applyToCourses(state.steps[key] ?? [], fact, at);
	return steps === null ? state : { ...state, steps: { ...state.steps, [key]: steps } };
}

/** Warm-ups are not shown. */
function readRepetition(record: unknown): Sample[] {
	if (!isRepetition(record) || record.kind === 'warm-up') return [];
	const { startedOn, values, valid } = record;
	return [{ startedOn, values, valid }];
}

function isRepetition(record: unknown): record is RepetitionRecord {
	const parts = ['kind', 'startedOn', 'values', 'valid'];
	return record !== null && typeof record === 'object' && parts.every((part) => part in record);
}
