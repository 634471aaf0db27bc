import type { Fact } from '../../contract/events.ts';
import type { StepCourse } from '../../contract/step-course.ts';

/** Of a measured case each repetition makes some: the newest ones are enough to show. */
const MOST = 100;

/** The steps of a case's newest attempt after a fact about them; null when it is about something else. */
export function applyToCourses(before: readonly StepCourse[], fact: Fact, at: string): readonly StepCourse[] | null {
	if (fact.type === 'attempt.started') return [];
	if (fact.type === 'step.started') {
		const { step, phase } = fact;
		return joined(before, [{ step, phase, startedOn: at, durationMs: null, status: null }]).slice(-MOST);
	}
	if (fact.type !== 'step.finished') return null;
	const { id, phase, startedOn, durationMs, status } = fact.result;
	const begun = before.find((course) => nameOf(course) === nameOf({ step: id, phase }));
	return joined(before, [{ step: id, phase, startedOn: begun?.startedOn ?? startedOn, durationMs, status }]);
}

/** Of two tellings of one step the later one counts, unless only the earlier one knows its end. */
export function joined(earlier: readonly StepCourse[], later: readonly StepCourse[]): StepCourse[] {
	const all = new Map(earlier.map((course) => [nameOf(course), course]));
	for (const course of later) {
		const known = all.get(nameOf(course));
		const isOlder = known !== undefined && known.startedOn >= course.startedOn && course.status === null;
		if (!isOlder) all.set(nameOf(course), course);
	}
	return [...all.values()];
}

function nameOf({ step, phase }: Pick<StepCourse, 'step' | 'phase'>): string {
	return `${phase} ${step}`;
}
