import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../texts/use-text.ts';

/** A number read off an instrument, with its unit. */
export function ReadingForm({ onAdd }: { onAdd: (value: string, unit: string) => void }) {
	const { t } = useText();
	const id = useId();
	const [value, setValue] = useState('');
	const [unit, setUnit] = useState('');
	const valid = value.trim() !== '' && Number.isFinite(Number(value));
	return (
		<div className="row">
			<label htmlFor={`${id}-value`}>{t('manual.readingValue')}</label>
			<Input
				id={`${id}-value`}
				inputMode="decimal"
				style={{ width: 120 }}
				value={value}
				onChange={(event) => setValue(event.target.value)}
			/>
			<label htmlFor={`${id}-unit`}>{t('manual.readingUnit')}</label>
			<Input id={`${id}-unit`} style={{ width: 90 }} value={unit} onChange={(event) => setUnit(event.target.value)} />
			<Button disabled={!valid} onClick={() => onAdd(value.trim(), unit.trim())}>
				{t('manual.add')}
			</Button>
		</div>
	);
}
