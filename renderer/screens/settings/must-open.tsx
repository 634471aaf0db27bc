import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** How many pieces of evidence a reviewer opens before agreeing. */
export function MustOpen({ count }: { count: number }) {
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const { person } = usePreferences();
	const [draft, setDraft] = useState(count);
	const save = useAction('settings.change', { refresh: ['settings.show', 'review.material'] });
	return (
		<div className="panel field">
			<div className="row">
				<label htmlFor={id}>{t('settings.mustOpen')}</label>
				<InputNumber id={id} min={0} max={100} value={draft} onChange={(value) => setDraft(value ?? 0)} />
				<Button
					disabled={!mayChange || draft === count}
					loading={save.isPending}
					onClick={() => save.mutate({ name: 'review.mustOpen', value: draft, by: person })}
				>
					{t('action.save')}
				</Button>
			</div>
			<p className="muted">{t('settings.mustOpenHelp')}</p>
		</div>
	);
}
