import { z } from 'zod';

/** Which row of a table: by number from 0 (negative: from the end), by its first cell, the last, or by other cells. */
export const rowSchema = z.union([
	z.int(),
	z.string(),
	z.strictObject({ where: z.record(z.string(), z.union([z.string(), z.number()])) }),
]);
export type Row = z.infer<typeof rowSchema>;

/**
 * How to read numbers or text out of an output: data, not code. `json` is a dotted path (`jobs[0].read.iops`,
 * `jobs[*].bw`, `a["odd key"]`) or, starting with a slash, a JSON pointer. `xml` is `a/b[2]/c`, `a/b[@name='x']/@id`.
 */
export const parserSchema = z.union([
	z.strictObject({
		regex: z.string(),
		group: z.union([z.int(), z.string()]).optional(),
		flags: z.string().optional(),
		all: z.boolean().optional(),
	}),
	z.strictObject({ json: z.string() }),
	z.strictObject({
		csv: z.strictObject({
			column: z.union([z.int(), z.string()]),
			row: rowSchema.optional(),
			separator: z.string().optional(),
			header: z.boolean().optional(),
		}),
	}),
	z.strictObject({
		table: z.strictObject({ column: z.union([z.int(), z.string()]), row: rowSchema.optional() }),
	}),
	z.strictObject({ xml: z.string() }),
]);
export type Parser = z.infer<typeof parserSchema>;

/** Where a parser reads: an output stream of the step or a file below the scratch directory. */
export const outputSourceSchema = z.union([
	z.literal('stdout'),
	z.literal('stderr'),
	z.strictObject({ file: z.string() }),
]);

export type OutputSource = z.infer<typeof outputSourceSchema>;
