import { Button, Checkbox } from 'antd';
import { useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { SuiteFacts } from '../suites/suite-facts.tsx';
import '../suites/suites.css';
import type { PlanDraft } from './plan-draft.ts';

/** Step 2: which questions are asked. */
export function SuitesStep({ draft }: { draft: PlanDraft }) {
	const { t, say } = useText();
	const suites = useCall('suite.list', {});
	const toggle = (id: string) =>
		draft.change({
			suites: draft.suites.includes(id) ? draft.suites.filter((other) => other !== id) : [...draft.suites, id],
			only: [],
		});
	return (
		<div className="stack plan-step">
			<section className="panel stack">
				<h2>{t('plan.suitesChoose')}</h2>
				<Shown query={suites}>
					{(list) => (
						<ul className="choice-list">
							{list.map((suite) => (
								<li key={suite.id}>
									<Checkbox checked={draft.suites.includes(suite.id)} onChange={() => toggle(suite.id)}>
										<span className="choice-name" translate="no">
											{say(suite.title)}
										</span>{' '}
										<span className="muted">{t(`category.${suite.category}` as 'category.machine')}</span>
									</Checkbox>
									<SuiteFacts suite={suite} />
								</li>
							))}
						</ul>
					)}
				</Shown>
			</section>
			<div className="plan-foot no-print">
				<Button onClick={() => draft.change({ step: 'product' })}>{t('action.back')}</Button>
				<span className="strip-space" />
				{draft.suites.length === 0 && <span className="muted">{t('plan.needSuite')}</span>}
				<Button type="primary" disabled={draft.suites.length === 0} onClick={() => draft.change({ step: 'params' })}>
					{t('action.next')}
				</Button>
			</div>
		</div>
	);
}
