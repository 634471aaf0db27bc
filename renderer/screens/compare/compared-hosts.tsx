import { Link } from 'react-router';
import { useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { useRunName } from './use-run-name.ts';

/** The way to how the hosts of the runs differ. */
export function ComparedHosts({ runs }: { runs: readonly string[] }) {
	const { t } = useText();
	const list = useCall('run.list', {});
	const nameOf = useRunName();
	return (
		<Shown query={list}>
			{(all) => {
				const [baseline, ...others] = runs.flatMap((id) => all.find((run) => run.id === id) ?? []);
				return (
					<ul className="plain-rows">
						{others.map((run) => (
							<li key={run.id} className="row">
								<span translate="no">{nameOf(run)}</span>
								<Link to={`/host/diff?a=${baseline?.hostEvidence}&b=${run.hostEvidence}`}>
									{t('compare.hostsOpen')}
								</Link>
							</li>
						))}
					</ul>
				);
			}}
		</Shown>
	);
}
