import { Link } from 'react-router';
import type { Output } from '../../../contract/methods.ts';
import { useCall } from '../../engine/use-call.ts';
import { StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { caseAddress } from '../run/case-list.tsx';
import type { MatrixEntry } from './matrix-entry.ts';
import { failedDifferences } from './report-differences.ts';

type FailedCase = Output<'review.material'>['failed'][number];

/** What did not pass, each with its reason; in an own report it leads to the case. */
export function FailedCases({ entry }: { entry: MatrixEntry }) {
	const { t, say } = useText();
	const failed = useFailed(entry);
	if (failed === null || failed.length === 0) return null;
	return (
		<section aria-label={t('review.failed')}>
			<h4>{t('review.failed')}</h4>
			<ul className="plain-rows">
				{failed.map((one) => (
					<li key={one.id}>
						<div className="row">
							<StatusMark mark={one.status} plain />
							<CaseName entry={entry} failed={one} />
							<span className="muted">{t(`level.${one.level}`)}</span>
						</div>
						{one.reason !== undefined && (
							<p className="muted break" translate="no">
								{say(one.reason)}
							</p>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}

/** Cases that fail and did not in the report before, and the other way round. */
export function CaseDifferences({ is, was }: { is: MatrixEntry; was: MatrixEntry }) {
	const { t, say, format } = useText();
	const [now, before] = [useFailed(is), useFailed(was)];
	if (now === null || before === null) return null;
	const { broken, mended } = failedDifferences(now, before);
	const names = (cases: readonly FailedCase[]) => format.list(cases.map(({ title }) => say(title)));
	return (
		<>
			{broken.length > 0 && <li translate="no">{t('matrix.broken', { names: names(broken) })}</li>}
			{mended.length > 0 && <li translate="no">{t('matrix.mended', { names: names(mended) })}</li>}
		</>
	);
}

function CaseName({ entry: { result }, failed }: { entry: MatrixEntry; failed: FailedCase }) {
	const { say } = useText();
	return (
		<b translate="no">
			{result.run === null ? (
				say(failed.title)
			) : (
				<Link to={caseAddress(result.run, failed.id)}>{say(failed.title)}</Link>
			)}
		</b>
	);
}

/** null while it is not known. */
function useFailed({ result: { file } }: MatrixEntry): readonly FailedCase[] | null {
	return useCall('review.material', { file }).data?.failed ?? null;
}
