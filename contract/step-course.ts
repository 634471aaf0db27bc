import { z } from 'zod';
import { statusSchema, stepResultSchema } from './run.ts';

/** How far a step of an attempt is: started, and ended or not. */
export const stepCourseSchema = z.strictObject({
	/** As it is recorded: with "#n" in the n-th repetition. */
	step: z.string(),
	phase: stepResultSchema.shape.phase,
	startedOn: z.iso.datetime(),
	/** null while it runs. */
	durationMs: z.number().nonnegative().nullable(),
	status: statusSchema.nullable(),
});
export type StepCourse = z.infer<typeof stepCourseSchema>;
