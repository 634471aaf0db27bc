import { Link, useParams } from 'react-router';
import { Screen } from '../../frame/screen.tsx';
import { KeyTable } from '../../keys/key-help.tsx';
import { useText } from '../../texts/use-text.ts';
import '../plan/plan.css';
import { AboutSettings } from './about-settings.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { DocumentSettings } from './document-settings.tsx';
import { KeySettings } from './keys/key-settings.tsx';
import { LabSettings } from './lab-settings.tsx';
import { ReachSettings } from './reach-settings.tsx';
import { StorageSettings } from './storage/storage-settings.tsx';
import { TrustSettings } from './trust/trust-settings.tsx';
import './settings.css';

const PARTS = ['lab', 'documents', 'suites', 'keys', 'trust', 'storage', 'display', 'shortcuts', 'about'] as const;
type Part = (typeof PARTS)[number];

/** Settings, one part at a time. */
export function SettingsScreen() {
	const { t } = useText();
	const { part: asked } = useParams();
	const part = PARTS.find((name) => name === asked) ?? 'lab';
	return (
		<Screen title={t('settings.title')}>
			<div className="settings">
				<nav aria-label={t('settings.title')} className="settings-list">
					{PARTS.map((name) => (
						<Link key={name} to={`/settings/${name}`} aria-current={name === part ? 'page' : undefined}>
							{t(`settings.${name}`)}
						</Link>
					))}
					<Link to="/audit">{t('rail.audit')}</Link>
				</nav>
				<section className="stack settings-part" aria-labelledby="settings-part">
					<h2 id="settings-part">{t(`settings.${part}`)}</h2>
					<PartContent part={part} />
				</section>
			</div>
		</Screen>
	);
}

function PartContent({ part }: { part: Part }) {
	switch (part) {
		case 'lab':
			return <LabSettings />;
		case 'documents':
			return <DocumentSettings />;
		case 'suites':
			return <ReachSettings />;
		case 'keys':
			return <KeySettings />;
		case 'trust':
			return <TrustSettings />;
		case 'storage':
			return <StorageSettings />;
		case 'display':
			return <DisplaySettings />;
		case 'shortcuts':
			return (
				<div className="panel">
					<KeyTable heading="h3" />
				</div>
			);
		case 'about':
			return <AboutSettings />;
	}
}
