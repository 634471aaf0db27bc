import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Plan } from '../../../contract/plan.ts';
import type { RunDetail } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { Shown } from '../../states/states.tsx';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { markOfCase } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { ManualCase } from './manual-case.tsx';
import { NothingAsked } from './nothing-asked.tsx';
import '../plan/plan.css';
import './manual.css';

/** What only a person can see, one case at a time. */
export function ManualScreen() {
	const { id = '' } = useParams();
	const run = useCall('run.show', { run: id });
	const plan = useCall('run.plan', { run: id });
	return (
		<Shown query={run}>{(detail) => <Shown query={plan}>{(made) => <Manual run={detail} plan={made} />}</Shown>}</Shown>
	);
}

function Manual({ run, plan }: { run: RunDetail; plan: Plan }) {
	const { t, say } = useText();
	const navigate = useNavigate();
	const [params, setParams] = useSearchParams();
	const manual = run.cases.filter((entry) =>
		plan.cases.some((planned) => planned.key === entry.key && planned.steps.some((step) => step.kind === 'manual')),
	);
	const asking = manual.filter((entry) => entry.state === 'asking');
	const current = asking.find((entry) => entry.key === params.get('case')) ?? asking[0];
	const go = (key: string | undefined) => {
		if (key === undefined) void navigate(`/runs/${run.id}`);
		else setParams({ case: key }, { replace: true });
	};
	const after = (key: string) => asking[(asking.findIndex((entry) => entry.key === key) + 1) % asking.length];
	return (
		<Screen title={t('manual.title')} back={<BackLink to={`/runs/${run.id}`} text={t('manual.backToRun')} />}>
			{current === undefined ? (
				<NothingAsked run={run} manual={manual} />
			) : (
				<div className="manual">
					<nav aria-label={t('manual.list')} className="manual-list panel">
						<ul>
							{manual.map((entry) => (
								<li key={entry.key}>
									<button
										type="button"
										className="plain manual-entry"
										aria-current={entry.key === current.key ? 'true' : undefined}
										disabled={entry.state !== 'asking'}
										onClick={() => go(entry.key)}
									>
										<StatusGlyph mark={markOfCase(entry)} />
										<span translate="no">{say(entry.title)}</span>
									</button>
								</li>
							))}
						</ul>
					</nav>
					<ManualCase
						key={current.key}
						run={run}
						plan={plan}
						entry={current}
						onSaved={() => setParams({}, { replace: true })}
						onLater={() => {
							const next = after(current.key);
							go(next === undefined || next.key === current.key ? undefined : next.key);
						}}
					/>
				</div>
			)}
		</Screen>
	);
}
