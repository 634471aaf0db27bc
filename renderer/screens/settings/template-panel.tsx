import { Button } from 'antd';
import { useId } from 'react';
import type { Template } from '../../../contract/settings.ts';
import { useEngine, useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { FileButton } from '../../list/file-button.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useErrorText } from '../../states/error-text.ts';
import { useText } from '../../texts/use-text.ts';
import { KeptFile } from './kept-file.tsx';

/** The laboratory's DOCX template, looked into when it is chosen. */
export function TemplatePanel({ template }: { template: Template | null }) {
	const { t } = useText();
	const id = useId();
	const { shell } = useEngine();
	const mayChange = useMayChange();
	const textOf = useErrorText();
	const { person: by } = usePreferences();
	const set = useAction('report.template', { refresh: ['settings.show'], quiet: true });
	const write = useAction('report.exampleTemplate');
	const example = async (language: 'zh' | 'en') => {
		const place = await shell.placeForFile(`report-template-${language}.docx`, t('settings.template'));
		if (place !== null) write.mutate({ out: place.file, language }, { onSuccess: () => place.deliver() });
	};
	return (
		<section className="panel stack" aria-labelledby={id}>
			<h3 id={id}>{t('settings.template')}</h3>
			<p className="muted">{t('settings.template.help')}</p>
			{template === null ? <p>{t('settings.kept.none')}</p> : <KeptFile kept={template} />}
			{set.error !== null && (
				<p className="status-failed" role="alert">
					{textOf(set.error)}
				</p>
			)}
			<div className="row">
				<FileButton
					text={t(template === null ? 'settings.choose' : 'settings.replace')}
					accept={['.docx']}
					disabled={!mayChange}
					busy={set.isPending}
					onFile={(file) => set.mutate({ file, by })}
				/>
				{template !== null && (
					<Button disabled={!mayChange} onClick={() => set.mutate({ by })}>
						{t('settings.template.remove')}
					</Button>
				)}
				{(['zh', 'en'] as const).map((language) => (
					<Button key={language} type="link" onClick={() => void example(language)}>
						{t(`settings.template.example.${language}`)}
					</Button>
				))}
			</div>
		</section>
	);
}
