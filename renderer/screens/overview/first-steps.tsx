import { Link } from 'react-router';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { useText } from '../../texts/use-text.ts';

/** For a new data folder: the three steps to a first result. */
export function FirstSteps({ hostKnown }: { hostKnown: boolean }) {
	const { t } = useText();
	const steps = [
		{ name: 'host', to: '/host', done: hostKnown },
		{ name: 'product', to: '/products?new=1', done: false },
		{ name: 'suite', to: '/suites', done: false },
	] as const;
	return (
		<section className="panel first-steps" data-state="empty">
			<h2>{t('overview.firstTitle')}</h2>
			<p className="muted">{t('overview.firstText')}</p>
			<ol>
				{steps.map((step, index) => (
					<li key={step.name}>
						<span className="step-number" aria-hidden="true">
							{step.done ? <StatusGlyph mark="passed" /> : index + 1}
						</span>
						<div>
							<Link to={step.to}>{t(`overview.step.${step.name}`)}</Link>
							{step.done && <span className="muted"> {t('overview.step.done')}</span>}
							<p className="muted">{t(`overview.step.${step.name}Help`)}</p>
						</div>
					</li>
				))}
			</ol>
		</section>
	);
}
