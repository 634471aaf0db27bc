import type { Logo } from '../../../contract/settings.ts';
import { useAction } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useText } from '../../texts/use-text.ts';
import { usePicture } from '../manual/use-picture.ts';
import { FilePanel } from './file-panel.tsx';
import { KeptFile } from './kept-file.tsx';

/** The laboratory's logo: as it is, as it will be, or none. */
export function LogoPanel({ logo }: { logo: Logo | null }) {
	const { t } = useText();
	const { person: by } = usePreferences();
	const set = useAction('report.logo', { refresh: ['settings.show', 'report.preview'], quiet: true });
	return (
		<FilePanel
			title={t('settings.logo')}
			help={t('settings.logo.help')}
			kept={logo === null ? null : <LogoPreview logo={logo} />}
			accept={['image/png', 'image/jpeg']}
			remove={t('settings.logo.remove')}
			busy={set.isPending}
			error={set.error}
			onChange={(file) => set.mutate(file === undefined ? { by } : { file, by })}
		/>
	);
}

function LogoPreview({ logo }: { logo: Logo }) {
	const { t } = useText();
	const { sha256, size, type, width, height } = logo;
	const address = usePicture({ digest: { sha256 }, size, mediaType: `image/${type}` });
	return (
		<>
			{address !== null && <img className="logo-preview" src={address} alt={t('settings.logo.preview')} />}
			<KeptFile kept={logo} more={t('settings.logo.pixels', { width, height })} />
		</>
	);
}
