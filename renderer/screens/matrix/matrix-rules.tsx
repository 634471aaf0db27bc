import { Button, Input, InputNumber, Modal } from 'antd';
import { useId, useState } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';
import type { InheritanceRule } from './inheritance.ts';

const EMPTY = { from: '', to: '', basis: '' };

/** What the laboratory declared: when results get old, and which platforms may inherit from which. */
export function MatrixRules(props: {
	rules: readonly InheritanceRule[];
	staleDays: number;
	platforms: readonly string[];
	onClose: () => void;
}) {
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const { person } = usePreferences();
	const change = useAction('settings.change', { refresh: ['settings.show'] });
	const [rule, setRule] = useState(EMPTY);
	const [days, setDays] = useState(props.staleDays);
	const keep = (rules: readonly InheritanceRule[], onSuccess?: () => void) =>
		change.mutate({ name: 'matrix.inheritance', value: rules, by: person }, { onSuccess: () => onSuccess?.() });
	const given = { from: rule.from.trim(), to: rule.to.trim(), basis: rule.basis.trim() };
	const whole = Object.values(given).every((part) => part !== '') && given.from !== given.to;
	return (
		<Modal open footer={null} width={720} title={t('matrix.rules')} onCancel={props.onClose}>
			<div className="stack">
				<div className="row">
					<label htmlFor={`${id}-days`}>{t('matrix.staleDays')}</label>
					<InputNumber id={`${id}-days`} min={1} max={3650} value={days} onChange={(value) => setDays(value ?? days)} />
					<Button
						disabled={!mayChange || days === props.staleDays}
						onClick={() => change.mutate({ name: 'matrix.staleDays', value: days, by: person })}
					>
						{t('action.save')}
					</Button>
				</div>
				<h2>{t('matrix.inheritance')}</h2>
				<p className="muted">{t('matrix.inheritanceHelp')}</p>
				<ul className="plain-list">
					{props.rules.map((kept) => (
						<li key={`${kept.from}\n${kept.to}`} className="row spread">
							<span translate="no">{`${kept.from} → ${kept.to} · ${kept.basis}`}</span>
							<Button
								size="small"
								disabled={!mayChange}
								aria-label={t('matrix.ruleRemove', { from: kept.from, to: kept.to })}
								onClick={() => keep(props.rules.filter((other) => other !== kept))}
							>
								{t('action.remove')}
							</Button>
						</li>
					))}
				</ul>
				<datalist id={`${id}-platforms`}>
					{props.platforms.map((platform) => (
						<option key={platform} value={platform} />
					))}
				</datalist>
				{(['from', 'to', 'basis'] as const).map((name) => (
					<div className="field" key={name}>
						<label htmlFor={`${id}-${name}`}>{t(`matrix.rule.${name}`)}</label>
						<Input
							id={`${id}-${name}`}
							{...(name === 'basis' ? {} : { list: `${id}-platforms` })}
							value={rule[name]}
							onChange={(event) => setRule({ ...rule, [name]: event.target.value })}
						/>
					</div>
				))}
				<div>
					<Button
						type="primary"
						disabled={!mayChange || !whole}
						loading={change.isPending}
						onClick={() => keep([...props.rules, given], () => setRule(EMPTY))}
					>
						{t('matrix.ruleAdd')}
					</Button>
				</div>
			</div>
		</Modal>
	);
}
