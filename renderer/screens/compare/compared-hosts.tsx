import type { RunSummary } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { HostDiff } from '../host/host-diff.tsx';
import { useRunMoments } from './use-run-name.ts';

/** How the machines of the runs differ from the baseline's. */
export function ComparedHosts({ runs }: { runs: readonly string[] }) {
	const list = useCall('run.list', {});
	return (
		<Shown query={list}>
			{(all) => {
				const [baseline, ...others] = runs.flatMap((id) => all.find((run) => run.id === id) ?? []);
				return (
					<div className="stack">
						{baseline !== undefined && others.map((run) => <OnePair key={run.id} baseline={baseline} run={run} />)}
					</div>
				);
			}}
		</Shown>
	);
}

function OnePair({ baseline, run }: { baseline: RunSummary; run: RunSummary }) {
	const { t } = useText();
	const nameOf = useRunMoments();
	const before = useCall('host.show', { evidence: baseline.hostEvidence });
	const after = useCall('host.show', { evidence: run.hostEvidence });
	return (
		<section className="panel stack">
			<h2 translate="no">
				{nameOf(run.id)} <span className="muted">/ {nameOf(baseline.id)}</span>
			</h2>
			<Shown query={before}>
				{(a) => (
					<Shown query={after}>
						{(b) => (
							<HostDiff before={a} after={b} beforeTitle={t('compare.baseline')} afterTitle={t('compare.candidates')} />
						)}
					</Shown>
				)}
			</Shown>
		</section>
	);
}
