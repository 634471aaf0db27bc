import { z } from 'zod';
import { hex64Schema } from './digest.ts';
import { readTarget } from './network-target.ts';

/** A file that the laboratory gave once: its bytes lie among the evidence, under their digest. */
const keptFile = {
	name: z.string().min(1),
	sha256: hex64Schema,
	size: z.int().positive(),
	on: z.iso.datetime(),
};

export const logoSchema = z.strictObject({
	...keptFile,
	type: z.enum(['png', 'jpeg']),
	/** Pixels. */
	width: z.int().positive(),
	height: z.int().positive(),
});
export type Logo = z.infer<typeof logoSchema>;

export const templateSchema = z.strictObject(keptFile);
export type Template = z.infer<typeof templateSchema>;

const caption = z.string().trim().max(40);

/** The place for the seal on the cover: whether there is one, what stands in it, and how high it is (millimetres). */
export const sealSchema = z.strictObject({
	shown: z.boolean(),
	zh: caption.default(''),
	en: caption.default(''),
	height: z.int().min(20).max(50).nullable().default(null),
});
export type Seal = z.infer<typeof sealSchema>;

const sentences = z.array(z.string().trim().min(1).max(500)).max(20).default([]);

/** Sentences that the laboratory adds to the statement page, in each language; the usual ones always stay. */
export const addedDeclarationSchema = z.strictObject({ zh: sentences, en: sentences });
export type AddedDeclaration = z.infer<typeof addedDeclarationSchema>;

export const networkTargetsSchema = z
	.array(
		z
			.string()
			.trim()
			.max(300)
			.refine((text) => readTarget(text) !== null, { error: 'expected host or host:port' }),
	)
	.max(200);

/** Settings with a form of their own. All others are plain values of the screens that keep them. */
export const SETTINGS = {
	'report.logo': logoSchema,
	'report.template': templateSchema,
	'report.seal': sealSchema,
	'report.declaration': addedDeclarationSchema,
	'network.targets': networkTargetsSchema,
	'suite.folders': z.array(z.string().startsWith('/')).max(50),
} as const;
export type SettingName = keyof typeof SETTINGS;

/** A setting as it is kept; null where it is not set, or is nothing that this version understands. */
export function readSetting<Name extends SettingName>(
	settings: Readonly<Record<string, unknown>>,
	name: Name,
): z.output<(typeof SETTINGS)[Name]> | null {
	const read = z.safeParse(SETTINGS[name], settings[name]);
	return read.success ? (read.data as z.output<(typeof SETTINGS)[Name]>) : null;
}
