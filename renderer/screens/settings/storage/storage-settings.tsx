import { Link } from 'react-router';
import { useCall } from '../../../engine/use-call.ts';
import { Shown } from '../../../states/states.tsx';
import { useText } from '../../../texts/use-text.ts';
import { BackupForm } from './backup-form.tsx';
import { StorageUse } from './storage-use.tsx';

/** Where everything lies, what it takes, what could go, and a copy of it. */
export function StorageSettings() {
	const { t } = useText();
	const about = useCall('about.show', {});
	return (
		<Shown query={about}>
			{(here) => (
				<>
					<div className="panel stack">
						<dl className="pairs">
							<dt>{t('settings.data')}</dt>
							<dd className="break" translate="no">
								<code>{here.dataDirectory}</code>
							</dd>
							<dt>{t('settings.pid')}</dt>
							<dd translate="no">{here.pid}</dd>
							<dt>{t('settings.records')}</dt>
							<dd>
								{here.seq} · <Link to="/audit">{t('settings.auditOpen')}</Link>
							</dd>
						</dl>
					</div>
					<StorageUse />
					<BackupForm />
				</>
			)}
		</Shown>
	);
}
