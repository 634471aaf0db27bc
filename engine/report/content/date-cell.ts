import type { Language } from '../../../contract/text.ts';
import { day, timeOfDay } from '../text/dates.ts';
import type { Cell } from './block.ts';

/** Date and time for a narrow column: a line each, so that neither is divided. */
export function dateCell(iso: string, language: Language): Cell {
	const time = timeOfDay(iso);
	return { lines: [{ text: day(iso, language) }, ...(time === '' ? [] : [{ text: time, minor: true }])] };
}
