import { App, Button, Input, InputNumber, Switch } from 'antd';
import { useId, useState } from 'react';
import type { Seal } from '../../../contract/settings.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

const USUAL: Seal = { shown: true, zh: '', en: '', height: null };

/** Whether the cover has a place for the seal, and how it looks. */
export function SealForm({ seal }: { seal: Seal | null }) {
	const { t } = useText();
	const id = useId();
	const { message } = App.useApp();
	const mayChange = useMayChange();
	const { person: by } = usePreferences();
	const [draft, setDraft] = useState(seal ?? USUAL);
	const save = useAction('settings.change', { refresh: ['settings.show', 'report.preview'] });
	return (
		<section className="panel stack" aria-labelledby={`${id}-title`}>
			<h3 id={`${id}-title`}>{t('settings.seal')}</h3>
			<div className="row">
				<Switch id={id} checked={draft.shown} onChange={(shown) => setDraft({ ...draft, shown })} />
				<label htmlFor={id}>{t('settings.seal.shown')}</label>
			</div>
			{draft.shown && (
				<>
					{(['zh', 'en'] as const).map((language) => (
						<div className="field" key={language}>
							<label htmlFor={`${id}-${language}`}>{t(`settings.seal.${language}`)}</label>
							<Input
								id={`${id}-${language}`}
								maxLength={40}
								value={draft[language]}
								placeholder={t(`settings.seal.usual.${language}`)}
								onChange={(event) => setDraft({ ...draft, [language]: event.target.value })}
							/>
						</div>
					))}
					<div className="field">
						<label htmlFor={`${id}-height`}>{t('settings.seal.height')}</label>
						<InputNumber
							id={`${id}-height`}
							aria-describedby={`${id}-heightHelp`}
							min={20}
							max={50}
							precision={0}
							value={draft.height}
							onChange={(height) => setDraft({ ...draft, height })}
						/>
						<p id={`${id}-heightHelp`} className="muted">
							{t('settings.seal.heightHelp')}
						</p>
					</div>
				</>
			)}
			<div>
				<Button
					disabled={!mayChange}
					loading={save.isPending}
					onClick={() =>
						save.mutate(
							{ name: 'report.seal', value: draft, by },
							{ onSuccess: () => void message.success(t('settings.saved')) },
						)
					}
				>
					{t('action.save')}
				</Button>
			</div>
		</section>
	);
}
