import type { Template } from '../../../contract/settings.ts';
import { useText } from '../../texts/use-text.ts';

/** Which file the laboratory gave: its name, size, digest, and since when it counts. */
export function KeptFile({ kept, more }: { kept: Template; more?: string }) {
	const { t, format } = useText();
	return (
		<dl className="pairs">
			<dt>{t('word.file')}</dt>
			<dd className="break" translate="no">
				{kept.name}
			</dd>
			<dt>{t('word.size')}</dt>
			<dd>
				<span translate="no">{format.bytes(kept.size)}</span>
				{more !== undefined && ` · ${more}`}
			</dd>
			<dt translate="no">SHA-256</dt>
			<dd translate="no">
				<code className="break">{kept.sha256}</code>
			</dd>
			<dt>{t('settings.kept.since')}</dt>
			<dd>{format.date(kept.on)}</dd>
		</dl>
	);
}
