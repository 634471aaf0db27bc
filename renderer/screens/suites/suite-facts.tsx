import type { SuiteSummary } from '../../../contract/suite.ts';
import { useText } from '../../texts/use-text.ts';
import { OriginChips } from './origin-chips.tsx';

/** A suite in figures: cases, manual and root ones, time, assets, where it comes from. */
export function SuiteFacts({ suite }: { suite: SuiteSummary }) {
	const { t, format } = useText();
	return (
		<div className="row suite-facts">
			<span>{t('count.cases', { count: suite.cases })}</span>
			{suite.manualCases > 0 && <span>{t('count.manual', { count: suite.manualCases })}</span>}
			{suite.rootCases > 0 && <span>{t('count.root', { count: suite.rootCases })}</span>}
			<span>
				{suite.estimatedSeconds === null
					? t('suites.noEstimate')
					: t('suites.estimated', { time: format.duration(suite.estimatedSeconds * 1000) })}
				{suite.learnedCases > 0 && ` ${t('suites.learned', { count: suite.learnedCases })}`}
			</span>
			{suite.missing > 0 && <span className="chip chip-warned">{t('suites.missing', { count: suite.missing })}</span>}
			<OriginChips origin={suite.origin} />
		</div>
	);
}
