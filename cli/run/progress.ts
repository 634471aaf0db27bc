import type { EngineEvent, FactOf } from '../../contract/events.ts';
import type { RunDetail } from '../../contract/run.ts';
import { textIn } from '../../contract/text.ts';
import { statusMark, statusWord } from '../pages/status.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** One line a finished case (`earlier` of them ended before a resume); on a terminal also the line of what runs now, silent while something is measured. */
export function createProgress(
	terminal: Terminal,
	run: RunDetail,
	earlier: number,
): { show(event: EngineEvent): void; end(): void } {
	const { total } = run;
	const titles = new Map(run.cases.map((entry) => [entry.key, textIn(entry.title, terminal.language)]));
	const started = new Map<string, number>();
	let done = earlier;
	let measuring = false;

	return {
		show(event) {
			if (event.kind === 'live') {
				if (event.event.type === 'live.measuring') measuring = event.event.measuring;
				return;
			}
			const { fact, at } = event.stored;
			if (fact.type === 'attempt.started') {
				started.set(fact.key, Date.parse(at));
				now(fact.key);
			}
			if (fact.type === 'case.finished') finished(fact, Date.parse(at));
			if (fact.type === 'run.noticed') line(`  ! ${textIn(fact.text, terminal.language)}`);
			if (fact.type === 'run.paused') line(terminal.text('run.pausing', { run: fact.run.slice(0, 13) }));
			if (fact.type === 'manual.asked')
				line(`  ? ${terminal.text('state.asking')}: ${titles.get(fact.key) ?? fact.key}`);
		},
		end: clear,
	};

	function finished(fact: FactOf<'case.finished'>, at: number): void {
		done += 1;
		const seconds = ((at - (started.get(fact.key) ?? at)) / 1000).toFixed(1);
		const title = titles.get(fact.key) ?? fact.key;
		const reason =
			fact.reason === undefined || fact.status === 'passed' ? '' : `  — ${textIn(fact.reason.text, terminal.language)}`;
		const place = String(done).padStart(String(total).length);
		line(`[${place}/${total}] ${statusMark(fact)} ${statusWord(fact, terminal)}  ${title}  ${seconds} s${reason}`);
	}

	function now(key: string): void {
		if (terminal.interactive && !measuring) process.stderr.write(`\r\u001B[2K  … ${titles.get(key) ?? key}`);
	}
	function line(text: string): void {
		clear();
		terminal.remark(text);
	}
	function clear(): void {
		if (terminal.interactive) process.stderr.write('\r\u001B[2K');
	}
}
