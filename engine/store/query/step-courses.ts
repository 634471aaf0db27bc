import type { StepResult } from '../../../contract/run.ts';
import type { StepCourse } from '../../../contract/step-course.ts';
import type { Database } from '../database.ts';

/** The steps of one attempt as far as they came, in the order in which they were started. */
export function stepCourses(database: Database, run: string, key: string, attempt: number): StepCourse[] {
	const rows = database
		.prepare(
			`SELECT s.step, s.phase, s.result, f.at AS startedOn FROM steps s JOIN facts f ON f.seq = s.started_seq
			WHERE s.run = ? AND s.key = ? AND s.attempt = ? ORDER BY s.started_seq`,
		)
		.all(run, key, attempt) as (Pick<StepCourse, 'step' | 'phase' | 'startedOn'> & { result: string | null })[];
	return rows.map(({ result, ...begun }) => {
		if (result === null) return { ...begun, durationMs: null, status: null };
		const { durationMs, status } = JSON.parse(result) as StepResult;
		return { ...begun, durationMs, status };
	});
}
