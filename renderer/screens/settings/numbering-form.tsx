import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

/** The rule by which reports get their numbers. */
export function NumberingForm({ rule }: { rule: string }) {
	const { t } = useText();
	const id = useId();
	const { message } = App.useApp();
	const mayChange = useMayChange();
	const { person } = usePreferences();
	const save = useAction('settings.change', { refresh: ['settings.show'] });
	const [draft, setDraft] = useState(rule);
	const usable = draft.trim() === '' || /\{seq(?::\d)?\}/u.test(draft);
	return (
		<div className="panel stack">
			<div className="field">
				<label htmlFor={id}>{t('settings.numbering')}</label>
				<Input
					id={id}
					value={draft}
					placeholder={t('settings.numberingExample')}
					status={usable ? '' : 'error'}
					aria-describedby={`${id}-help`}
					onChange={(event) => setDraft(event.target.value)}
				/>
				<p id={`${id}-help`} className={usable ? 'muted' : 'status-failed'}>
					{t(usable ? 'settings.numberingHelp' : 'settings.numberingNoSequence')}
				</p>
			</div>
			<div>
				<Button
					disabled={!mayChange || !usable}
					loading={save.isPending}
					onClick={() =>
						save.mutate(
							{ name: 'report.numbering', value: draft.trim(), by: person },
							{ onSuccess: () => void message.success(t('settings.saved')) },
						)
					}
				>
					{t('action.save')}
				</Button>
			</div>
		</div>
	);
}
