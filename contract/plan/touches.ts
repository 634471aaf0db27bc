import { z } from 'zod';

/** What a case says it changes on the machine. */
export const touchesSchema = z.strictObject({
	packages: z.union([z.boolean(), z.array(z.string())]).optional(),
	services: z.array(z.string()).optional(),
	files: z.array(z.string()).optional(),
	ports: z.array(z.int()).optional(),
	settings: z.array(z.string()).optional(),
	users: z.array(z.string()).optional(),
	reboot: z.boolean().optional(),
	/** It puts the machine to sleep on purpose: then a sleep does not break the run off. */
	sleep: z.boolean().optional(),
});
export type Touches = z.infer<typeof touchesSchema>;

/** Where a case says it reaches. */
export const networkSchema = z.union([
	z.literal('none'),
	z.literal('loopback'),
	z.strictObject({ lan: z.array(z.string()) }),
]);
