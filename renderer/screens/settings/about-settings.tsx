import { Button } from 'antd';
import { useEngine } from '../../engine/engine-context.ts';
import { useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { ComponentList } from './component-list.tsx';
import { SelfTest } from './self-test.tsx';

/** What this is and what it runs on. */
export function AboutSettings() {
	const { t } = useText();
	const { shell } = useEngine();
	const about = useCall('about.show', {});
	const signOut = () => void fetch('/session', { method: 'DELETE' }).then(() => window.location.reload());
	return (
		<Shown query={about}>
			{(here) => (
				<>
					<div className="panel stack">
						<dl className="pairs">
							<dt>{t('settings.version')}</dt>
							<dd translate="no">{`Shipei ${here.version}`}</dd>
							<dt>{t('settings.node')}</dt>
							<dd translate="no">{`Node.js ${here.node} · ${here.platform} ${here.arch}`}</dd>
							<dt>{t('settings.licence')}</dt>
							<dd translate="no">{here.licence}</dd>
						</dl>
						{shell.kind === 'browser' && (
							<div>
								<Button onClick={signOut}>{t('settings.signOut')}</Button>
							</div>
						)}
					</div>
					<SelfTest />
					<ComponentList version={here.version} />
				</>
			)}
		</Shown>
	);
}
