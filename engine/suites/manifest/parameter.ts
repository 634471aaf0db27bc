import { z } from 'zod';
import { manifestTextSchema } from './words.ts';

const about = {
	/** Its name, when left out. */
	title: manifestTextSchema.optional(),
	help: manifestTextSchema.optional(),
	required: z.boolean().optional(),
	/** false: measurements compare whatever its value, as with the folder that a tool lies in. */
	comparable: z.boolean().optional(),
};
const text = { ...about, default: z.string().optional(), pattern: z.string().optional() };
const range = { min: z.number().optional(), max: z.number().optional() };
const accept = z.array(z.string().min(1)).optional().describe('endings of file names, such as .deb');

/** One parameter of a suite: becomes a field of the app's form and `--param name=value` of the CLI. */
export const manifestParameterSchema = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('string'), ...text }),
	z.strictObject({ type: z.literal('integer'), ...about, default: z.int().optional(), ...range }),
	z.strictObject({ type: z.literal('number'), ...about, default: z.number().optional(), ...range }),
	z.strictObject({ type: z.literal('boolean'), ...about, default: z.boolean().optional() }),
	z.strictObject({
		type: z.literal('choice'),
		...about,
		choices: z.array(z.string()).min(1),
		default: z.string().optional(),
	}),
	z.strictObject({ type: z.literal('file'), ...about, default: z.string().optional(), accept }),
	z.strictObject({ type: z.literal('directory'), ...about, default: z.string().optional() }),
	z.strictObject({ type: z.literal('url'), ...about, default: z.string().optional() }),
	z.strictObject({ type: z.literal('secret'), ...about, pattern: z.string().optional() }),
	z.strictObject({
		type: z.literal('list'),
		...about,
		default: z.array(z.string()).optional(),
		...range,
		pattern: z.string().optional(),
	}),
]);
export type ManifestParameter = z.infer<typeof manifestParameterSchema>;
