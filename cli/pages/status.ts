import type { CaseSummary } from '../../contract/run.ts';
import type { Terminal } from '../terminal/terminal.ts';

type Ended = Pick<CaseSummary, 'status' | 'measured'>;

/** A shape for each status, so that colour is never needed. */
export function statusMark(entry: Ended): string {
	if (entry.status === null) return '·';
	if (entry.status === 'passed' && entry.measured) return '≈';
	return { passed: '✓', failed: '✗', errored: '!', timedOut: '⧖', skipped: '–', interrupted: '⏸' }[entry.status];
}

export function statusWord(entry: Ended, terminal: Terminal): string {
	if (entry.status === null) return terminal.text('status.none');
	if (entry.status === 'passed' && entry.measured) return terminal.text('status.measured');
	return terminal.text(`status.${entry.status}`);
}
