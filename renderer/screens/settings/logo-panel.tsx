import { Button } from 'antd';
import { useId } from 'react';
import type { Logo } from '../../../contract/settings.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { FileButton } from '../../list/file-button.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useErrorText } from '../../states/error-text.ts';
import { useText } from '../../texts/use-text.ts';
import { usePicture } from '../manual/use-picture.ts';
import { KeptFile } from './kept-file.tsx';

/** The laboratory's logo: as it is, as it will be, or none. */
export function LogoPanel({ logo }: { logo: Logo | null }) {
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const textOf = useErrorText();
	const { person: by } = usePreferences();
	const set = useAction('report.logo', { refresh: ['settings.show', 'report.preview'], quiet: true });
	return (
		<section className="panel stack" aria-labelledby={id}>
			<h3 id={id}>{t('settings.logo')}</h3>
			<p className="muted">{t('settings.logo.help')}</p>
			{logo === null ? <p>{t('settings.kept.none')}</p> : <LogoPreview logo={logo} />}
			{set.error !== null && (
				<p className="status-failed" role="alert">
					{textOf(set.error)}
				</p>
			)}
			<div className="row">
				<FileButton
					text={t(logo === null ? 'settings.choose' : 'settings.replace')}
					accept={['image/png', 'image/jpeg']}
					disabled={!mayChange}
					busy={set.isPending}
					onFile={(file) => set.mutate({ file, by })}
				/>
				{logo !== null && (
					<Button disabled={!mayChange} onClick={() => set.mutate({ by })}>
						{t('settings.logo.remove')}
					</Button>
				)}
			</div>
		</section>
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
