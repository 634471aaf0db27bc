import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { foreignTargets, targetsOf } from '../../../contract/network-target.ts';
import { type Plan, withCommands } from '../../../contract/plan.ts';
import { commandOf } from '../../effects/command-of.ts';
import { useAllowedTargets } from '../../effects/network-targets.tsx';
import { useText } from '../../texts/use-text.ts';

/** Names root commands and networks once more, then starts. Each target outside the laboratory's list is agreed to by its name. */
export function ConfirmStart(props: {
	open: boolean;
	plan: Plan;
	busy: boolean;
	onCancel: () => void;
	onStart: (confirmedTargets: string[]) => void;
}) {
	const { t } = useText();
	const root = props.plan.cases.flatMap((entry) =>
		withCommands([...entry.steps, ...entry.cleanup])
			.filter((step) => step.user === 'root')
			.map((step) => ({ key: entry.key, step })),
	);
	const [agreed, setAgreed] = useState<readonly string[]>([]);
	const foreign = foreignTargets(props.plan, useAllowedTargets());
	const listed = targetsOf(props.plan).filter((target) => !foreign.includes(target));
	const open = foreign.filter((target) => !agreed.includes(target));
	const close = () => {
		setAgreed([]);
		props.onCancel();
	};
	return (
		<Modal
			open={props.open}
			title={t('plan.confirmTitle')}
			okText={t('plan.confirmStart')}
			cancelText={t('action.cancel')}
			confirmLoading={props.busy}
			okButtonProps={{ disabled: open.length > 0 }}
			onOk={() => props.onStart(foreign)}
			onCancel={close}
		>
			<div className="stack">
				{root.length === 0 && listed.length + foreign.length === 0 && <p>{t('plan.confirmNone')}</p>}
				{root.length > 0 && (
					<section className="confirm-part">
						<h2>{t('plan.confirmRoot')}</h2>
						{root.map(({ key, step }) => (
							<code key={`${key} ${step.id}`} className="argv" translate="no">
								{commandOf(step)}
							</code>
						))}
					</section>
				)}
				{listed.length > 0 && (
					<section className="confirm-part">
						<h2>{t('plan.confirmNetwork')}</h2>
						<p translate="no">{listed.join(' ')}</p>
					</section>
				)}
				{foreign.length > 0 && (
					<section className="confirm-part">
						<h2 className="status-warned">{t('plan.confirmForeign')}</h2>
						{foreign.map((target) => (
							<div key={target}>
								<Checkbox
									checked={agreed.includes(target)}
									onChange={({ target: box }) =>
										setAgreed(box.checked ? [...agreed, target] : agreed.filter((other) => other !== target))
									}
								>
									{t('plan.confirmTarget', { target })}
								</Checkbox>
							</div>
						))}
					</section>
				)}
				<p className="muted">
					{t('plan.digest')} <code translate="no">{props.plan.digest.slice(0, 16)}</code>
				</p>
			</div>
		</Modal>
	);
}
