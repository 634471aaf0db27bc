import { evidence } from '../../field.ts';
import type { CommandText } from '../../parse/dmi-text.ts';
import { type Judgement, type Sighting, wordsOf } from './server-family.ts';

/** A product that its own version text names: the groups are the version and, by name or second, the edition. */
export interface TextRule {
	readonly id: string;
	readonly name: string;
	readonly pattern: RegExp;
}

/** A product whose paths, arguments or unit name it. */
export interface WordRule {
	readonly id: string;
	readonly name: string;
	readonly pattern: RegExp;
}

/** The first rule that one of the answers fits: the product says itself what it is. */
export function judgeByText(rules: readonly TextRule[], answers: readonly CommandText[]): Judgement | undefined {
	for (const rule of rules) {
		for (const { command, text } of answers) {
			const match = rule.pattern.exec(text);
			if (match === null) continue;
			const line = evidence(command, lineAround(text, match.index));
			const { version = match[1], edition = match[2] } = match.groups ?? {};
			return {
				id: rule.id,
				name: rule.name,
				confidence: 'certain',
				evidence: line,
				...(version === undefined ? {} : { version: { value: version, evidence: line } }),
				...(edition === undefined ? {} : { edition: { value: edition, evidence: line } }),
			};
		}
	}
	return undefined;
}

export function judgeByWords(rules: readonly WordRule[], sighting: Sighting): Judgement | undefined {
	const words = wordsOf(sighting);
	for (const rule of rules) {
		const match = rule.pattern.exec(words);
		if (match !== null) {
			return { id: rule.id, name: rule.name, confidence: 'likely', evidence: evidence(sighting.program, match[0]) };
		}
	}
	return undefined;
}

/** A usual port that this very process listens on, beside its usual name. */
export function judgeByPort(
	id: string,
	name: string,
	ports: readonly number[],
	sighting: Sighting,
): Judgement | undefined {
	const port = sighting.ports.find((candidate) => ports.includes(candidate));
	if (port === undefined) return undefined;
	return { id, name, confidence: 'guess', evidence: evidence(`/proc/${sighting.pid}/net/tcp`, `listens on ${port}`) };
}

/** True when the program answered and its answer names nothing we know: it is something else of that name. */
export function answeredOtherwise(answers: readonly CommandText[]): boolean {
	return answers.some(({ text }) => text.trim() !== '');
}

function lineAround(text: string, index: number): string {
	const start = text.lastIndexOf('\n', index) + 1;
	const end = text.indexOf('\n', index);
	return text
		.slice(start, end < 0 ? text.length : end)
		.trim()
		.slice(0, 300);
}
