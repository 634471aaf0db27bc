import { z } from 'zod';

/** What the program of `ask-systeminformation.ts` prints: one line for each topic, `{"topic":…,"answer":…}`. */
const text = z.string().nullable();
const number = z.number().nullable();

const TOPICS = {
	memory: z.object({
		total: number,
		swap: number,
		modules: z.array(
			z.object({
				slot: text,
				bytes: number,
				type: text,
				/** Megatransfers a second. */
				speed: number,
				manufacturer: text,
				part: text,
				serial: text,
			}),
		),
	}),
	disks: z.array(
		z.object({
			name: z.string(),
			model: text,
			vendor: text,
			bytes: number,
			type: text,
			serial: text,
			firmware: text,
		}),
	),
	network: z.array(z.object({ name: z.string(), mac: text, /** Megabits a second. */ speed: number })),
	graphics: z.object({
		controllers: z.array(z.object({ pci: z.string(), vendor: text, model: text })),
		displays: z.array(z.object({ connector: z.string(), mode: text })),
	}),
	/** Watt-hours by design. */
	batteries: z.array(z.object({ model: text, capacity: number })),
	users: z.array(z.object({ name: z.string(), terminal: z.string() })),
};

export type Topic = keyof typeof TOPICS;
export type Answers = { readonly [Key in Topic]?: z.infer<(typeof TOPICS)[Key]> };

/** The topics that were answered. A line that is none of ours is left out: the text may come from anybody. */
export function parseAnswers(lines: string): Answers {
	return Object.fromEntries(lines.split('\n').flatMap(parseLine));
}

const lineSchema = z.object({ topic: z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]), answer: z.unknown() });

function parseLine(line: string): [Topic, unknown][] {
	const { data, success } = lineSchema.safeParse(parseJson(line));
	const answer = success ? TOPICS[data.topic].safeParse(data.answer) : undefined;
	return success && answer?.success === true ? [[data.topic, answer.data]] : [];
}

export function parseJson(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}
