import { Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { useFilters } from '../../list/use-filters.ts';
import { Empty, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { leftOut, matrixEntries } from './matrix-entry.ts';
import { FACETS } from './matrix-filters.ts';
import { useMatrixImport } from './matrix-import.tsx';
import { MatrixView } from './matrix-view.tsx';
import type { Present } from './stale-reasons.ts';
import { usePresent } from './use-present.ts';
import { useResults } from './use-results.ts';
import { useRunningTests } from './use-running-tests.ts';
import { useServersShown } from './use-servers-shown.ts';
import { VerifyProgress } from './verify-progress.tsx';
import './matrix.css';

/** Which product runs on which platform, from signed results only: own ones and those that were taken in. */
export function MatrixScreen() {
	const settings = useCall('settings.show', {});
	const present = usePresent(settings.data);
	return (
		<Shown query={settings}>
			{(values) =>
				present === null ? <VerifyProgress progress={null} /> : <Results present={present} settings={values} />
			}
		</Shown>
	);
}

function Results({ present, settings }: { present: Present; settings: Readonly<Record<string, unknown>> }) {
	const { t } = useText();
	const navigate = useNavigate();
	const filters = useFilters(FACETS);
	const [byServers] = useServersShown();
	const taking = useMatrixImport();
	const { query, progress } = useResults(byServers);
	const running = useRunningTests(present, byServers);
	const results = query.data;
	const entries = useMemo(
		() => (results === undefined ? [] : matrixEntries(results, present, byServers)),
		[results, present, byServers],
	);
	const left = useMemo(() => leftOut(results ?? []), [results]);
	if (results === undefined && query.error === null) return <VerifyProgress progress={progress} />;
	return (
		<Shown query={query}>
			{() =>
				entries.length + running.length + left.length === 0 ? (
					<div className="matrix-empty" {...taking.dropping}>
						<Screen title={t('matrix.title')}>
							<Empty
								title={t('matrix.empty')}
								text={t('matrix.emptyText')}
								action={
									<div className="row">
										<Button type="primary" onClick={() => void navigate('/reports')}>
											{t('rail.reports')}
										</Button>
										{taking.button}
									</div>
								}
							/>
							{taking.dialog}
						</Screen>
					</div>
				) : (
					<MatrixView
						entries={entries}
						left={left}
						running={running}
						settings={settings}
						staleDays={present.staleDays}
						filters={filters}
						taking={taking}
						progress={progress}
					/>
				)
			}
		</Shown>
	);
}
