import { Button, Input, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { CONFIDENTIALITY_LEVELS, ORDER_TYPES, type Order } from '../../../contract/report.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { TEXTS, type TextKey } from '../../texts/all-texts.ts';
import { useText } from '../../texts/use-text.ts';
import '../plan/plan.css';
import { basisLines, ORDER_GROUPS, readField, withBasis, writeField } from './order-fields.ts';

/** What no machine can find out. Saved by itself half a second after typing. */
export function OrderForm(props: {
	run: string;
	order: Order;
	/** The order was filled in from the settings and is not saved yet. */
	prefilled: boolean;
	missing: readonly string[];
	onMissing: (missing: string[]) => void;
}) {
	const { run, missing, onMissing } = props;
	const { t, format } = useText();
	const id = useId();
	const [order, setOrder] = useState(props.order);
	const [basis, setBasis] = useState(() => basisLines(props.order));
	const first = useRef(!props.prefilled);
	const { person } = usePreferences();
	const saving = useAction('report.save', { refresh: ['report.preview'] });
	const save = saving.mutate;
	useEffect(() => {
		if (first.current) {
			first.current = false;
			return undefined;
		}
		const timer = setTimeout(() => save({ run, order }, { onSuccess: (saved) => onMissing(saved.missing) }), 500);
		return () => clearTimeout(timer);
	}, [order, run, save, onMissing]);
	const number = useAction('report.number', { refresh: ['report.preview', 'audit.list'] });
	// What was typed in the last half second goes first, so that the number is added to it and not lost under it.
	const takeNumber = async () => {
		await saving.mutateAsync({ run, order });
		const { order: numbered, missing: still } = await number.mutateAsync({ run, by: person });
		setOrder(numbered);
		onMissing(still);
	};
	const nameOf = (path: string) => {
		const key = `report.field.${path}`;
		return Object.hasOwn(TEXTS, key) ? t(key as TextKey) : path;
	};
	return (
		<section className="panel stack order-form" aria-label={t('report.order')}>
			<h2>{t('report.order')}</h2>
			<p className={missing.length === 0 ? 'status-passed' : 'status-warned'} role="status">
				{missing.length === 0
					? t('report.complete')
					: t('report.missing', { fields: format.list(missing.map(nameOf)) })}
			</p>
			<div className="field">
				<label htmlFor={`${id}-type`}>{t('report.field.type')}</label>
				<Select
					id={`${id}-type`}
					allowClear
					value={order.type ?? null}
					options={ORDER_TYPES.map((value) => ({ value, label: t(`report.type.${value}`) }))}
					onChange={(value) =>
						setOrder(without({ ...order, ...(value ? { type: value } : {}) }, value ? null : 'type'))
					}
				/>
			</div>
			<div className="field">
				<label htmlFor={`${id}-level`}>{t('report.field.confidentiality')}</label>
				<Select
					id={`${id}-level`}
					allowClear
					value={order.confidentiality?.level ?? null}
					options={CONFIDENTIALITY_LEVELS.map((value) => ({ value, label: t(`report.level.${value}`) }))}
					onChange={(value) =>
						setOrder(
							without(
								{ ...order, ...(value ? { confidentiality: { level: value } } : {}) },
								value ? null : 'confidentiality',
							),
						)
					}
				/>
			</div>
			<div className="field">
				<label htmlFor={`${id}-basis`}>{t('report.field.basisLines')}</label>
				<Input.TextArea
					id={`${id}-basis`}
					rows={2}
					value={basis}
					onChange={(event) => {
						setBasis(event.target.value);
						setOrder(withBasis(order, event.target.value));
					}}
				/>
			</div>
			{ORDER_GROUPS.map(({ group, fields }) => (
				<fieldset key={group} className="order-group">
					<legend>{t(`report.group.${group}`)}</legend>
					{fields.map((path) => (
						<div className="field" key={path}>
							<label htmlFor={`${id}-${path}`}>{t(`report.field.${path}`)}</label>
							<Input
								id={`${id}-${path}`}
								type={path === 'sample.receivedOn' ? 'date' : 'text'}
								value={readField(order, path)}
								onChange={(event) => setOrder(writeField(order, path, event.target.value))}
							/>
							{path === 'reportNumber' && readField(order, path) === '' && (
								<Button
									size="small"
									loading={number.isPending}
									onClick={() => void takeNumber().catch(() => undefined)}
								>
									{t('report.takeNumber')}
								</Button>
							)}
						</div>
					))}
				</fieldset>
			))}
		</section>
	);
}

function without(order: Order, name: 'type' | 'confidentiality' | null): Order {
	if (name === null) return order;
	const next = { ...order };
	delete next[name];
	return next;
}
