import { z } from 'zod';
import type { Text } from '../text.ts';

/** Most samples a measurement may hold: the policy needs 33 at most; a verifier must not be fed more work than that. */
export const MAX_SAMPLES = 64;

/** Causes from outside that make a repetition invalid. It is kept, with its cause, and repeated. */
export const INVALID_REASONS = {
	exit: { zh: '进程以非零状态结束', en: 'the process ended with a non-zero exit status' },
	timeout: { zh: '超过时限', en: 'the time limit was exceeded' },
	'no-value': { zh: '输出中没有可用的数值', en: 'the output holds no usable value' },
	throttled: { zh: '处理器过热降频', en: 'the processor was throttled' },
	suspended: { zh: '机器曾休眠', en: 'the machine was suspended' },
	'host-busy': { zh: '其他程序占用处理器', en: 'other programs used the processor' },
	interrupted: { zh: '运行被中断', en: 'the run was interrupted' },
} as const satisfies Record<string, Text>;

export type InvalidReason = keyof typeof INVALID_REASONS;
export const invalidReasonSchema = z.enum(Object.keys(INVALID_REASONS) as [InvalidReason, ...InvalidReason[]]);

/** One repetition: a fresh process. `v` is null only when the repetition gave no number; then it is invalid too. */
export const sampleSchema = z
	.strictObject({
		v: z.number().positive().nullable(),
		startedOn: z.iso.datetime(),
		durationMs: z.number().nonnegative(),
		valid: z.boolean(),
		invalidReason: invalidReasonSchema.optional(),
		freqMHzMedian: z.number().positive().optional(),
		tempMaxC: z.number().optional(),
		throttled: z.boolean().optional(),
	})
	.refine((sample) => sample.valid === (sample.invalidReason === undefined) && (sample.v !== null || !sample.valid), {
		error: 'expected a value and no reason when valid, a reason when not',
	});

export type Sample = z.infer<typeof sampleSchema>;
