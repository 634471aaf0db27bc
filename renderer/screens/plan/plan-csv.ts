import type { Plan } from '../../../contract/plan.ts';
import { commandOf } from './plan-commands.ts';

/** The dry run for approval outside: one row a step. */
export function planCsv(plan: Plan): string {
	const rows = plan.cases.flatMap((entry, index) =>
		entry.steps.map((step) => [
			String(index + 1),
			entry.key,
			entry.title.zh ?? entry.title.en ?? '',
			entry.level,
			step.kind,
			step.user,
			String(step.timeoutMs / 1000),
			step.kind === 'manual' ? (step.instructions.zh ?? step.instructions.en ?? '') : commandOf(step),
		]),
	);
	return csv([['no', 'key', 'title', 'level', 'kind', 'user', 'limit_s', 'command'], ...rows, ['plan', plan.digest]]);
}

/** What has to be fetched before a trip into a room without a network. */
export function missingCsv(plan: Plan): string {
	const rows = plan.missing.map((entry) => [
		entry.kind,
		entry.suite,
		entry.name,
		entry.sha256 ?? '',
		entry.detail.zh ?? '',
	]);
	return csv([['kind', 'suite', 'name', 'sha256', 'detail'], ...rows]);
}

/** RFC 4180; a leading = + - @ is disarmed because spreadsheets would take it for a formula. */
export function csv(rows: readonly (readonly string[])[]): string {
	return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
	const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
	return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
