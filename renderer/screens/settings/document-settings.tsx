import { readSetting } from '../../../contract/settings.ts';
import { useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { DeclarationForm } from './declaration-form.tsx';
import { LogoPanel } from './logo-panel.tsx';
import { SealForm } from './seal-form.tsx';
import { TemplatePanel } from './template-panel.tsx';

/** How the documents of this laboratory's own reports look. */
export function DocumentSettings() {
	const { t } = useText();
	const settings = useCall('settings.show', {});
	return (
		<Shown query={settings}>
			{(values) => (
				<>
					<p className="muted">{t('settings.documents.help')}</p>
					<LogoPanel logo={readSetting(values, 'report.logo')} />
					<SealForm seal={readSetting(values, 'report.seal')} />
					<DeclarationForm declaration={readSetting(values, 'report.declaration')} />
					<TemplatePanel template={readSetting(values, 'report.template')} />
				</>
			)}
		</Shown>
	);
}
