import type { PlannedCase, PlannedStep } from '../../../contract/plan.ts';
import type { Status } from '../../../contract/run.ts';
import type { StepCourse } from '../../../contract/step-course.ts';

/** One planned step of the case that runs, and how far it is. */
export interface StepRow {
	readonly key: string;
	readonly step: PlannedStep;
	readonly phase: StepCourse['phase'];
	readonly state: Status | 'waiting' | 'running';
	/** Milliseconds; null before it starts. What ended keeps its time. */
	readonly elapsedMs: number | null;
	/** When it is ended by force; null where a person takes as long as a person takes. */
	readonly limitMs: number | null;
	/** Of a repeated step, which repetition this is; 0: it is not repeated. */
	readonly round: number;
}

/** The steps in the order in which they are carried out. What is collected on failure shows once it has begun. */
export function stepRows(planned: PlannedCase, courses: readonly StepCourse[], now: number): StepRow[] {
	const newest = new Map(courses.map((course) => [`${course.phase} ${plainId(course.step)}`, course]));
	const rowOf = (phase: StepCourse['phase']) => (step: PlannedStep) => {
		const key = `${phase} ${step.id}`;
		return { key, step, phase, ...progressOf(step, newest.get(key), now) };
	};
	return [
		...[...(planned.prepare ?? []), ...planned.steps].map(rowOf('steps')),
		...planned.onFail.map(rowOf('onFail')).filter(({ state }) => state !== 'waiting'),
		...planned.cleanup.map(rowOf('cleanup')),
	];
}

function progressOf(step: PlannedStep, course: StepCourse | undefined, now: number) {
	const limitMs = step.kind === 'manual' ? null : step.timeoutMs;
	if (course === undefined) return { state: 'waiting', elapsedMs: null, limitMs, round: 0 } as const;
	const round = Number(/#(\d+)$/u.exec(course.step)?.[1] ?? 0);
	const elapsedMs = course.durationMs ?? Math.max(0, now - Date.parse(course.startedOn));
	return { state: course.status ?? ('running' as const), elapsedMs, limitMs, round };
}

function plainId(step: string): string {
	return step.replace(/#\d+$/u, '');
}
