import type { Language } from '../../../contract/text.ts';

/**
 * Dates are printed in China Standard Time (UTC+8, no summer time) whatever the machine's zone: the same report must
 * give the same bytes everywhere, and a lab's date of issue is the date on its own calendar.
 */
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** 2026年11月22日 14:05 (UTC+8); the text itself when it is no date. */
export function dateTime(iso: string, language: Language): string {
	const local = inChina(iso);
	if (local === null) {
		return iso;
	}
	return `${calendarDay(local, language)} ${clock(local)}`;
}

/** 14:05:00 (UTC+8); nothing when it is no date. */
export function timeOfDay(iso: string): string {
	const local = inChina(iso);
	return local === null ? '' : clock(local);
}

/** 2026年11月22日, or 2026-11-22 in English. */
export function day(iso: string, language: Language): string {
	const local = inChina(iso);
	return local === null ? iso : calendarDay(local, language);
}

function inChina(iso: string): Date | null {
	const time = Date.parse(iso);
	return Number.isNaN(time) ? null : new Date(time + OFFSET_MS);
}

function calendarDay(local: Date, language: Language): string {
	const [year, month, date] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
	return language === 'zh' ? `${year}年${month}月${date}日` : `${year}-${two(month)}-${two(date)}`;
}

function clock(local: Date): string {
	return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())} (UTC+8)`;
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
