import { Button } from 'antd';
import type { Template } from '../../../contract/settings.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';
import { FilePanel } from './file-panel.tsx';
import { KeptFile } from './kept-file.tsx';

/** The laboratory's DOCX template, looked into when it is chosen. */
export function TemplatePanel({ template }: { template: Template | null }) {
	const { t } = useText();
	const { shell } = useEngine();
	const { person: by } = usePreferences();
	const set = useAction('report.template', { refresh: ['settings.show'], quiet: true });
	const write = useAction('report.exampleTemplate');
	const example = async (language: 'zh' | 'en') => {
		const place = await shell.placeForFile(`report-template-${language}.docx`, t('settings.template'));
		if (place !== null) write.mutate({ out: place.file, language }, { onSuccess: () => place.deliver() });
	};
	return (
		<FilePanel
			title={t('settings.template')}
			help={t('settings.template.help')}
			kept={template === null ? null : <KeptFile kept={template} />}
			accept={['.docx']}
			remove={t('settings.template.remove')}
			busy={set.isPending}
			error={set.error}
			onChange={(file) => set.mutate(file === undefined ? { by } : { file, by })}
		>
			{(['zh', 'en'] as const).map((language) => (
				<Button key={language} type="link" onClick={() => void example(language)}>
					{t(`settings.template.example.${language}`)}
				</Button>
			))}
		</FilePanel>
	);
}
