import { ShipeiError } from '../../contract/errors.ts';
import type { Store } from '../store/index.ts';
import { orderOf, orderSetting } from './report-facts.ts';

const RULE = 'report.numbering';
const EXAMPLE = 'SPT-{year}-{seq:4}';
const COUNTERS = 'report.numbering.last';

/**
 * Gives a run's report the next number of the laboratory's rule, in one transaction with the counter; one that has a
 * number keeps it. A rule is text with {year}, {month}, {day} and {seq} or {seq:4} (four digits at least); the sequence
 * starts anew where the rest of the number changes. Errors: report.no-numbering, report.bad-numbering.
 */
export function takeReportNumber(store: Store, run: string, by: string, now: Date): void {
	const order = orderOf(store, run);
	if ((order.reportNumber ?? '') !== '') return;
	const rule = store.settings()[RULE];
	if (typeof rule !== 'string' || rule.trim() === '')
		throw new ShipeiError('report.no-numbering', { example: EXAMPLE });
	const series = withDate(rule.trim(), now);
	if (!SEQUENCE.test(series)) throw new ShipeiError('report.bad-numbering', { rule, example: EXAMPLE });
	const counters = countersOf(store);
	const { number, reportNumber } = nextFree(series, counters[series] ?? 0, takenNumbers(store));
	store.append(
		{ type: 'settings.changed', name: COUNTERS, value: { ...counters, [series]: number }, by },
		{ type: 'settings.changed', name: orderSetting(run), value: { ...order, reportNumber }, by },
	);
}

const SEQUENCE = /\{seq(?::(\d))?\}/u;

/** The lab's calendar, as everywhere in reports: China Standard Time. */
function withDate(rule: string, now: Date): string {
	const local = new Date(now.getTime() + 8 * 60 * 60 * 1000).toISOString();
	return rule
		.replaceAll('{year}', local.slice(0, 4))
		.replaceAll('{month}', local.slice(5, 7))
		.replaceAll('{day}', local.slice(8, 10));
}

function nextFree(series: string, last: number, taken: ReadonlySet<string>) {
	for (let number = last + 1; ; number += 1) {
		const reportNumber = series.replace(SEQUENCE, (_, digits = '1') => String(number).padStart(Number(digits), '0'));
		if (!taken.has(reportNumber)) return { number, reportNumber };
	}
}

function countersOf(store: Store): Record<string, number> {
	const kept = store.settings()[COUNTERS];
	return kept !== null && typeof kept === 'object' ? (kept as Record<string, number>) : {};
}

/** Also those that were typed by hand. */
function takenNumbers(store: Store): Set<string> {
	const prefix = orderSetting('');
	return new Set(
		Object.entries(store.settings())
			.filter(([name]) => name.startsWith(prefix))
			.flatMap(([, order]) => {
				const number = order !== null && typeof order === 'object' ? Reflect.get(order, 'reportNumber') : undefined;
				return typeof number === 'string' ? [number] : [];
			}),
	);
}
