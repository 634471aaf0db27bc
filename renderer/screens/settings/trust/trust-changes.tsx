import type { TrustedKey, TrustRoot } from '../../../../contract/trust.ts';
import { useText } from '../../../texts/use-text.ts';
import { Revoked } from './revoked-list.tsx';
import { type TrustChange, trustDifference } from './trust-difference.ts';

/** Shown so that nothing is lost in a long list: what was just revoked, or is no longer, stands first and in red. */
const TONE: Partial<Record<TrustChange['what'], string>> = {
	revoked: 'status-failed',
	revocationRemoved: 'status-failed',
	rootAdded: 'status-warned',
	rootRemoved: 'status-warned',
	threshold: 'status-warned',
};

/** What taking the list would change. */
export function TrustChanges({ before, after }: { before: TrustRoot | null; after: TrustRoot }) {
	const { t } = useText();
	const changes = trustDifference(before, after);
	if (changes.length === 0) return <p>{t('trust.noChanges')}</p>;
	return (
		<ul className="plain-rows trust-changes">
			{changes.map((change) => (
				<li key={JSON.stringify(change)} data-change={change.what}>
					<b className={TONE[change.what] ?? ''}>{t(`trust.change.${change.what}`)}</b>
					<ChangeDetails change={change} before={before} after={after} />
				</li>
			))}
		</ul>
	);
}

function ChangeDetails({ change, before, after }: { change: TrustChange; before: TrustRoot | null; after: TrustRoot }) {
	const { t, format } = useText();
	switch (change.what) {
		case 'revoked':
		case 'revocationRemoved': {
			const { entry } = change;
			return (
				<div>
					<Revoked entry={entry} keys={[...after.keys, ...(before?.keys ?? [])]} />
					<div className="break">
						{t('trust.changeSince', { on: format.date(entry.since), reason: entry.reason })}{' '}
						{t(entry.compromised ? 'trust.wasCompromised' : 'trust.notCompromised')}
					</div>
				</div>
			);
		}
		case 'rootAdded':
		case 'rootRemoved':
			return (
				<code className="break" translate="no">
					{change.keyid}
				</code>
			);
		case 'threshold':
			return <span translate="no">{`${change.from} → ${change.to}`}</span>;
		case 'keyAdded':
		case 'keyRemoved':
			return <KeyWords trusted={change.key} />;
		case 'keyChanged':
			return (
				<div>
					<KeyWords trusted={change.before} />
					<KeyWords trusted={change.key} arrow />
				</div>
			);
	}
}

function KeyWords({ trusted, arrow }: { trusted: TrustedKey; arrow?: boolean }) {
	const { t, format } = useText();
	const { owner, person, roles, scopes, notBefore, notAfter, keyid } = trusted;
	return (
		<div className="break">
			{arrow === true && '→ '}
			<span translate="no">{[owner, person].filter(Boolean).join(' · ')}</span>
			{t('word.aside', {
				text: [
					format.list(roles.map((role) => t(`trust.role.${role}`))),
					scopes.length === 0 ? t('word.all') : scopes.join(' '),
					`${format.date(notBefore)} – ${format.date(notAfter)}`,
				].join(' · '),
			})}{' '}
			<code translate="no">{keyid.slice(0, 23)}</code>
		</div>
	);
}
