import type { EngineEvent, Fact, LiveEvent } from '../contract/events.ts';

/** What holds until something else is said: whoever comes later must hear of it, too. */
export interface StandingEvents {
	said(event: LiveEvent): void;
	recorded(fact: Fact): void;
	/** In the order in which they must be told: what makes listeners keep quiet comes last. */
	all(): EngineEvent[];
}

export function createStandingEvents(): StandingEvents {
	/** Runs that broke off in a way that perhaps no fact tells. */
	const failures = new Map<string, EngineEvent>();
	/** By run, of the case that is measured. */
	const figures = new Map<string, EngineEvent>();
	const measuring = new Map<string, EngineEvent>();
	return {
		said(event) {
			if (event.type === 'live.failed') failures.set(event.run, { kind: 'live', event });
			if (event.type === 'live.figures') figures.set(event.run, { kind: 'live', event });
			if (event.type !== 'live.measuring') return;
			if (event.measuring) measuring.set(event.run, { kind: 'live', event });
			else measuring.delete(event.run);
		},
		recorded(fact) {
			if (fact.type === 'run.continued') failures.delete(fact.run);
			if (!ENDS_MEASURING.has(fact.type) || !('run' in fact) || fact.run === undefined) return;
			figures.delete(fact.run);
			measuring.delete(fact.run);
		},
		all: () => [...failures.values(), ...figures.values(), ...measuring.values()],
	};
}

/** After these no repetition of the run goes on, and what the last ones came to is told by its results. */
const ENDS_MEASURING: ReadonlySet<Fact['type']> = new Set([
	'attempt.started',
	'attempt.finished',
	'case.finished',
	'run.interrupted',
	'run.finished',
]);
