import { z } from 'zod';

const known = z.number().nullable();

/** What the sensors said at one moment. null = not readable on this machine, which is not the same as fine. */
export const readingSchema = z.strictObject({
	takenOn: z.iso.datetime(),
	/** cpufreq governors in use, sorted and joined by `+`. */
	governor: z.string().nullable(),
	boost: z.enum(['on', 'off']).nullable(),
	load1: known,
	/** `some avg10` of /proc/pressure, percent. */
	psi: z.strictObject({ cpu: known, io: known, memory: known }),
	/** Median of the current frequency over the CPUs that were looked at. */
	freqMHz: known,
	tempMaxC: known,
	/** Sum of core_throttle_count since boot. */
	throttleCount: known,
	/** Pages swapped in since boot. */
	swapIn: known,
	freeMemoryBytes: known,
	/** Free share of the file system that holds the scratch folder, 0 to 1. */
	freeDisk: known,
	power: z.enum(['mains', 'battery']).nullable(),
	powerProfile: z.string().nullable(),
	virt: z.string().nullable(),
});

export type Reading = z.infer<typeof readingSchema>;

/** The conditions of a measurement. The top-level fields tell the worst or the only state seen; `unknown` what no sensor told. */
export const environmentSchema = z.strictObject({
	governor: z.string().nullable(),
	boost: z.enum(['on', 'off']).nullable(),
	load1: known,
	psi: z.strictObject({ cpu: known, io: known, memory: known }),
	/** Percent of CPU time the hypervisor took while repetitions ran. */
	steal: known,
	/** Percent of all CPUs that foreign programs used in user mode while repetitions ran. */
	foreign: known,
	power: z.enum(['mains', 'battery']).nullable(),
	virt: z.string().nullable(),
	/** Seconds waited for the host to become quiet. */
	waitedSeconds: z.number().nonnegative(),
	before: readingSchema,
	after: readingSchema,
	unknown: z.array(z.string()),
});

export type Environment = z.infer<typeof environmentSchema>;
