import type { Plan } from '../../../contract/plan.ts';
import { useText } from '../../texts/use-text.ts';
import { OriginChips } from '../suites/origin-chips.tsx';
import '../suites/suites.css';

/** The suites of a plan, and who vouches for each. */
export function PlanSuites({ plan }: { plan: Plan }) {
	const { t, say } = useText();
	return (
		<ul className="panel choice-list plan-suites" aria-label={t('suites.title')}>
			{plan.suites.map((suite) => (
				<li key={suite.id} className="row">
					<span translate="no">
						{say(suite.title)} {suite.version}
					</span>
					<span className="row">
						<span className="row suite-facts">
							<OriginChips origin={suite.origin} />
						</span>
					</span>
				</li>
			))}
		</ul>
	);
}
