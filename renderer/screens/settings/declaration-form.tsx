import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { type AddedDeclaration, addedDeclarationSchema } from '../../../contract/settings.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';

const LANGUAGES = ['zh', 'en'] as const;

/** Sentences of the laboratory after the usual ones of the statement page. */
export function DeclarationForm({ declaration }: { declaration: AddedDeclaration | null }) {
	const { t } = useText();
	const id = useId();
	const { message } = App.useApp();
	const mayChange = useMayChange();
	const { person: by } = usePreferences();
	const [draft, setDraft] = useState({
		zh: (declaration?.zh ?? []).join('\n'),
		en: (declaration?.en ?? []).join('\n'),
	});
	const save = useAction('settings.change', { refresh: ['settings.show', 'report.preview'] });
	const value = { zh: sentencesOf(draft.zh), en: sentencesOf(draft.en) };
	const fits = addedDeclarationSchema.safeParse(value).success;
	return (
		<section className="panel stack" aria-labelledby={`${id}-title`}>
			<h3 id={`${id}-title`}>{t('settings.declaration')}</h3>
			<p className="muted">{t('settings.declaration.help')}</p>
			{LANGUAGES.map((language) => (
				<div className="field" key={language}>
					<label htmlFor={`${id}-${language}`}>{t(`settings.declaration.${language}`)}</label>
					<Input.TextArea
						id={`${id}-${language}`}
						rows={3}
						translate="no"
						value={draft[language]}
						onChange={(event) => setDraft({ ...draft, [language]: event.target.value })}
					/>
				</div>
			))}
			{!fits && (
				<p className="status-failed" role="alert">
					{t('settings.declaration.tooLong')}
				</p>
			)}
			<div>
				<Button
					disabled={!mayChange || !fits}
					loading={save.isPending}
					onClick={() =>
						save.mutate(
							{ name: 'report.declaration', value, by },
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

function sentencesOf(text: string): string[] {
	return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
