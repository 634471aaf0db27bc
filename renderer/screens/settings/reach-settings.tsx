import { Link } from 'react-router';
import { readSetting } from '../../../contract/settings.ts';
import { useCall } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { NetworkTargets } from './network-targets.tsx';
import { SuiteFolders } from './suite-folders.tsx';

/** Where suites come from, and where they may reach: rules with a name on record. */
export function ReachSettings() {
	const { t } = useText();
	const { person } = usePreferences();
	const settings = useCall('settings.show', {});
	const folders = useCall('suite.folders', {});
	return (
		<>
			{person === '' && (
				<div className="bar" role="note">
					<span>{t('settings.needPerson')}</span> <Link to="/settings/lab">{t('settings.lab')}</Link>
				</div>
			)}
			<Shown query={settings}>
				{(values) => <NetworkTargets targets={readSetting(values, 'network.targets') ?? []} />}
			</Shown>
			<Shown query={folders}>{(list) => <SuiteFolders folders={list} />}</Shown>
		</>
	);
}
