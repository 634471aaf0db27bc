import type { CaseResult, CaseSummary, RunDetail, RunSummary, Status } from '../../contract/run.ts';
import { textIn } from '../../contract/text.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { statusMark, statusWord } from './status.ts';

/** A run for people: the verdict, the counts, every case that did not pass with its reason, then the rest. */
export function runPage(run: RunDetail, terminal: Terminal): string {
	const rows = [...run.cases].sort((a, b) => gravity(a) - gravity(b) || a.order - b.order);
	return [
		`${terminal.text('run.finished', { run: run.id, verdict: verdictWord(run, terminal) })}`,
		`  ${countsLine(run.counts, terminal)}`,
		...run.notices.map((notice) => `  ! ${textIn(notice.text, terminal.language)}`),
		'',
		...rows.flatMap((entry) => caseLines(entry, terminal)),
	].join('\n');
}

export function runsPage(runs: readonly RunSummary[], terminal: Terminal): string {
	return table(
		runs.map((run) => [
			run.id.slice(0, 13),
			run.plannedOn.slice(0, 16).replace('T', ' '),
			run.state === 'ended' ? verdictWord(run, terminal) : terminal.text(`state.${run.state}`),
			countsLine(run.counts, terminal),
			run.suites.map((suite) => `${suite.id} ${suite.version}`).join(', '),
		]),
	);
}

/** One case with its attempts, steps and evidence. */
export function casePage(result: CaseResult, terminal: Terminal): string {
	const lines = [
		`${statusMark(result)} ${statusWord(result, terminal)}  ${result.key}  ${textIn(result.title, terminal.language)}`,
	];
	if (result.reason !== undefined) {
		lines.push(`  ${textIn(result.reason.text, terminal.language)} [${result.reason.code}]`);
		const { expected, actual } = result.reason;
		if (expected !== undefined) lines.push(`  ${terminal.text('case.expected')} ${expected}`);
		if (actual !== undefined) lines.push(`  ${terminal.text('case.actual')} ${actual}`);
	}
	for (const attempt of result.attempts) {
		lines.push(
			`  #${attempt.number}  ${statusWord({ status: attempt.status, measured: false }, terminal)}  ${attempt.startedOn}`,
		);
		for (const step of attempt.steps) {
			lines.push(
				`    ${step.phase}/${step.id}  ${statusWord({ status: step.status, measured: false }, terminal)}  ${step.exitCode ?? step.signal ?? ''}  ${Math.round(step.durationMs)} ms  ${step.argv.join(' ')}`,
			);
			for (const evidence of step.evidence)
				lines.push(`      ${evidence.name}  ${evidence.size} B  sha256:${evidence.digest.sha256}`);
		}
	}
	for (const entry of result.answers) {
		lines.push(
			`  ${entry.on}  ${entry.by}: ${entry.answers.map((answer) => `${answer.verdict} ${answer.comment}`).join('; ')}`,
		);
	}
	return lines.join('\n');
}

/** The verdict in a word; of a run that was broken off it says that too, or half a run would read like a whole one. */
export function verdictWord(run: Pick<RunSummary, 'verdict' | 'status'>, terminal: Terminal): string {
	const verdict = terminal.text(run.verdict === null ? 'verdict.none' : `verdict.${run.verdict}`);
	return run.status === 'interrupted' ? terminal.text('verdict.broken-off', { verdict }) : verdict;
}

function countsLine(counts: RunSummary['counts'], terminal: Terminal): string {
	const shown = (Object.entries(counts) as [Status, number][]).filter(([, count]) => count > 0);
	return shown.map(([status, count]) => `${count} ${terminal.text(`status.${status}`)}`).join(' · ');
}

function caseLines(entry: CaseSummary, terminal: Terminal): string[] {
	const head = `  ${statusMark(entry)} ${statusWord(entry, terminal)}  ${entry.key}  ${textIn(entry.title, terminal.language)}`;
	if (entry.reason === undefined || entry.verdict === 'PASSED') return [head];
	return [head, `      ${textIn(entry.reason.text, terminal.language)}`];
}

function gravity(entry: CaseSummary): number {
	const order: Record<Status, number> = { failed: 0, errored: 1, timedOut: 1, interrupted: 2, skipped: 3, passed: 4 };
	return entry.status === null ? 2 : order[entry.status];
}
