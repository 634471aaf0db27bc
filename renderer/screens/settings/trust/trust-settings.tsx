import { useCall } from '../../../engine/use-call.ts';
import { Empty, Shown } from '../../../states/states.tsx';
import { useText } from '../../../texts/use-text.ts';
import { ImportTrust } from './import-trust.tsx';
import { RevokedList } from './revoked-list.tsx';
import { RootKeys } from './root-keys.tsx';
import { TrustFacts } from './trust-facts.tsx';
import { TrustedKeys } from './trusted-keys.tsx';
import './trust.css';

/** Whose signatures count here, and how one comes to know. */
export function TrustSettings() {
	const { t } = useText();
	const trust = useCall('trust.show', {});
	const settings = useCall('settings.show', {});
	const pinned = settings.data?.['trust.pinned'];
	return (
		<Shown query={trust}>
			{(known) =>
				known === null ? (
					<Empty title={t('trust.none')} text={t('trust.noneText')} action={<ImportTrust now={null} />} />
				) : (
					<>
						<ImportTrust now={known} />
						<TrustFacts trust={known} pinned={typeof pinned === 'string' ? pinned : null} />
						<RootKeys trust={known} />
						<TrustedKeys root={known.root} />
						<RevokedList root={known.root} />
					</>
				)
			}
		</Shown>
	);
}
