import type { CaseSummary, RunSummary, Status, Verdict } from '../../contract/run.ts';
import type { TextKey } from '../texts/all-texts.ts';
import { useText } from '../texts/use-text.ts';
import { StatusGlyph } from './status-glyph.tsx';
import './status.css';

export type Mark =
	| Status
	| 'warned'
	| 'measured'
	| 'waiting'
	| 'running'
	| 'asking'
	| 'paused'
	| 'planned'
	| 'notApplicable'
	| 'none';

const WORD: Readonly<Record<Mark, TextKey>> = {
	passed: 'status.passed',
	warned: 'verdict.WARNED',
	failed: 'status.failed',
	errored: 'status.errored',
	timedOut: 'status.timedOut',
	skipped: 'status.skipped',
	interrupted: 'status.interrupted',
	measured: 'verdict.measured',
	waiting: 'state.waiting',
	running: 'state.running',
	asking: 'state.asking',
	paused: 'state.paused',
	planned: 'state.planned',
	notApplicable: 'verdict.notApplicable',
	none: 'verdict.none',
};

/** A status as shape, word and colour together: none of them alone. */
export function StatusMark({ mark, plain = false }: { mark: Mark; plain?: boolean }) {
	const { t } = useText();
	return (
		<span className={`status status-${mark}${plain ? ' status-plain' : ''}`}>
			<StatusGlyph mark={mark} />
			<span>{t(WORD[mark])}</span>
		</span>
	);
}

/** What a column of marks needs: the longest word of each language, its shape and its margins. */
export const MARK_COLUMN = { zh: '132px', en: '206px' } as const;

/** How a case is shown: its state while it is not over, then its status, softened or hardened by its verdict. */
export function markOfCase(result: Pick<CaseSummary, 'state' | 'status' | 'verdict' | 'measured'>): Mark {
	if (result.state !== 'ended' || result.status === null) return result.state === 'ended' ? 'none' : result.state;
	if (result.status === 'passed') {
		if (result.verdict === 'WARNED') return 'warned';
		return result.measured ? 'measured' : 'passed';
	}
	return result.verdict === 'WARNED' ? 'warned' : result.status;
}

const DID_NOT_PASS: ReadonlySet<Status | null> = new Set<Status>(['failed', 'errored', 'timedOut', 'interrupted']);

/** Whether somebody should look at it: also where its level or a waiver softens what it means for the whole. */
export function didNotPass(result: Pick<CaseSummary, 'state' | 'status'>): boolean {
	return result.state === 'ended' && DID_NOT_PASS.has(result.status);
}

export function markOfRun(run: Pick<RunSummary, 'state' | 'status' | 'verdict'>): Mark {
	if (run.state !== 'ended') return run.state;
	if (run.status === 'interrupted') return 'interrupted';
	return run.verdict === null ? 'none' : markOfVerdict(run.verdict);
}

export function markOfVerdict(verdict: Verdict): Mark {
	return verdict === 'PASSED' ? 'passed' : verdict === 'WARNED' ? 'warned' : 'failed';
}
