import { useEffect, useRef } from 'react';
import type { RunSummary } from '../../contract/run.ts';
import { useEngine } from '../engine/engine-context.ts';
import { useCall } from '../engine/use-call.ts';
import { useAnnounce, useText } from '../texts/use-text.ts';
import { useAskingNotice } from './asking-notice.ts';

const POLITE_EVERY_MS = 10_000;

/**
 * Tells people who look elsewhere that a run ended, failed something or waits for a person: aloud for screen readers, as
 * a notification, and with a sound where that was asked for.
 */
export function RunNotices() {
	const { t } = useText();
	const { shell } = useEngine();
	const announce = useAnnounce();
	const runs = useCall('run.list', {}).data;
	const before = useRef<ReadonlyMap<string, RunSummary> | null>(null);
	const spoke = useRef(0);
	useAskingNotice();
	useEffect(() => {
		if (runs === undefined) return;
		const known = before.current;
		before.current = new Map(runs.map((run) => [run.id, run]));
		if (known === null) return;
		for (const run of runs) {
			const old = known.get(run.id);
			if (old === undefined || old.state === 'ended') continue;
			const failures = (run.counts.failed ?? 0) - (old.counts.failed ?? 0);
			if (failures > 0) announce(t('run.announceFailed'), true);
			if (run.state === 'ended') {
				const text = t('run.announceEnded', {
					verdict: t(run.verdict === null ? 'verdict.none' : `verdict.${run.verdict}`),
				});
				announce(text);
				if (!document.hasFocus()) shell.notify(t('app.name'), text);
			} else if (Date.now() - spoke.current > POLITE_EVERY_MS) {
				spoke.current = Date.now();
				const done = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
				announce(t('strip.running', { done, total: run.total }));
			}
		}
	}, [runs, announce, shell, t]);
	return null;
}
