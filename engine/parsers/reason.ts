import type { Reason } from '../../contract/run.ts';
import type { Text } from '../../contract/text.ts';

interface Otherwise {
	readonly code?: string | undefined;
	readonly text: Text;
}

interface Detail {
	readonly expected?: string;
	readonly actual?: string;
	readonly decisive?: Reason['decisive'];
}

const MAX_SHOWN = 300;

/** A reason: in the words of the case's author where there are any, else in ours; with the figures either way. */
export function reason(code: string, text: Text, otherwise: Otherwise | undefined, detail: Detail): Reason {
	return {
		code: otherwise?.code ?? code,
		text: otherwise?.text ?? text,
		...(detail.expected === undefined ? {} : { expected: shorten(detail.expected) }),
		...(detail.actual === undefined ? {} : { actual: shorten(detail.actual) }),
		...(detail.decisive === undefined ? {} : { decisive: detail.decisive }),
	};
}

export function shorten(text: string): string {
	return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}

export type Decisive = Pick<Detail, 'decisive'>;

/** The decisive bytes, where the output is stored as evidence. */
export function decisive(evidence: string | null, byteFrom: number, byteTo: number): Decisive {
	return evidence === null ? {} : { decisive: { evidence, byteFrom, byteTo } };
}
