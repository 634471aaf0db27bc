import { Modal } from 'antd';
import type { Plan } from '../../../contract/plan.ts';
import { useText } from '../../texts/use-text.ts';
import { commandOf, networksOf } from './plan-commands.ts';

/** Names root commands and networks once more, then starts. */
export function ConfirmStart(props: {
	open: boolean;
	plan: Plan;
	busy: boolean;
	onCancel: () => void;
	onStart: () => void;
}) {
	const { t } = useText();
	const root = props.plan.cases.flatMap((entry) =>
		[...entry.steps, ...entry.cleanup].filter((step) => step.user === 'root').map((step) => ({ key: entry.key, step })),
	);
	const networks = networksOf(props.plan);
	return (
		<Modal
			open={props.open}
			title={t('plan.confirmTitle')}
			okText={t('plan.confirmStart')}
			cancelText={t('action.cancel')}
			confirmLoading={props.busy}
			onOk={props.onStart}
			onCancel={props.onCancel}
		>
			<div className="stack">
				{root.length === 0 && networks.length === 0 && <p>{t('plan.confirmNone')}</p>}
				{root.length > 0 && (
					<section>
						<h2>{t('plan.confirmRoot')}</h2>
						{root.map(({ key, step }) => (
							<code key={`${key} ${step.id}`} className="argv" translate="no">
								{commandOf(step)}
							</code>
						))}
					</section>
				)}
				{networks.length > 0 && (
					<section>
						<h2>{t('plan.confirmNetwork')}</h2>
						<p translate="no">{networks.join(' ')}</p>
					</section>
				)}
				<p className="muted">
					{t('plan.digest')} <code translate="no">{props.plan.digest.slice(0, 16)}</code>
				</p>
			</div>
		</Modal>
	);
}
