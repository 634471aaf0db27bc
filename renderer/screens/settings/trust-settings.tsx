import { Modal } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../contract/methods.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { FileButton } from '../../list/file-button.tsx';
import { Empty, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';

type Trust = NonNullable<Output<'trust.show'>>;

/** Whose signatures count here, and how one comes to know. */
export function TrustSettings() {
	const { t } = useText();
	const trust = useCall('trust.show', {});
	return (
		<Shown query={trust}>
			{(known) => (
				<>
					{known === null ? (
						<Empty title={t('trust.none')} text={t('trust.noneText')} action={<ImportTrust now={null} />} />
					) : (
						<>
							<div>
								<ImportTrust now={known} />
							</div>
							<TrustFacts trust={known} />
							<TrustedKeys trust={known} />
						</>
					)}
				</>
			)}
		</Shown>
	);
}

function TrustFacts({ trust }: { trust: Trust }) {
	const { t, format } = useText();
	const { root } = trust;
	return (
		<div className="panel stack">
			<div
				className={trust.freshness === 'valid' ? 'bar note' : trust.freshness === 'expired' ? 'bar bad' : 'bar'}
				role="status"
			>
				{t(`trust.state.${trust.freshness}`)}
			</div>
			<dl className="pairs">
				<dt>{t('trust.version')}</dt>
				<dd>{root.version}</dd>
				<dt>{t('trust.issued')}</dt>
				<dd>{format.date(root.issuedOn)}</dd>
				<dt>{t('trust.expires')}</dt>
				<dd>{format.date(root.expires)}</dd>
				<dt>{t('trust.threshold')}</dt>
				<dd>{`${root.threshold} / ${root.rootKeys.length}`}</dd>
				<dt>{t('trust.fingerprint')}</dt>
				<dd translate="no">
					<code>{trust.fingerprint}</code>
				</dd>
			</dl>
		</div>
	);
}

function TrustedKeys({ trust }: { trust: Trust }) {
	const { t, format } = useText();
	const revoked = new Set(trust.root.revoked.flatMap((entry) => entry.keyid ?? []));
	return (
		<div className="panel">
			<h3>{t('trust.keys')}</h3>
			<div className="table-box" tabIndex={0} role="group" aria-label={t('trust.keys')}>
				<table className="plain-table">
					<thead>
						<tr>
							<th>{t('keyring.owner')}</th>
							<th>{t('trust.roles')}</th>
							<th>{t('trust.scopes')}</th>
							<th>{t('trust.valid')}</th>
							<th>{t('keyring.fingerprint')}</th>
						</tr>
					</thead>
					<tbody>
						{trust.root.keys.map((key) => (
							<tr key={key.keyid}>
								<td translate="no">
									{key.owner} {key.person}
									{revoked.has(key.keyid) && <span className="chip chip-failed">{t('trust.revoked')}</span>}
								</td>
								<td translate="no">{key.roles.join(' ')}</td>
								<td translate="no">{key.scopes.length === 0 ? t('word.all') : key.scopes.join(' ')}</td>
								<td>{`${format.date(key.notBefore)} – ${format.date(key.notAfter)}`}</td>
								<td translate="no">
									<code>{key.keyid.slice(0, 20)}</code>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</div>
	);
}

function ImportTrust({ now }: { now: Trust | null }) {
	const { t, format } = useText();
	const mayChange = useMayChange();
	const [file, setFile] = useState<string | null>(null);
	const look = useAction('trust.import');
	const take = useAction('trust.import', { refresh: ['trust.show', 'report.list'] });
	const bring = (path: string) => look.mutate({ file: path, apply: false }, { onSuccess: () => setFile(path) });
	const before = new Set(now?.root.keys.map((key) => key.keyid) ?? []);
	const after = new Set(look.data?.root.keys.map((key) => key.keyid) ?? []);
	return (
		<>
			<FileButton primary text={t('trust.import')} disabled={!mayChange} busy={look.isPending} onFile={bring} />
			<Modal
				open={file !== null && look.data !== undefined}
				title={t('trust.importTitle')}
				okText={t('trust.apply')}
				cancelText={t('action.cancel')}
				confirmLoading={take.isPending}
				onCancel={() => setFile(null)}
				onOk={() => file !== null && take.mutate({ file, apply: true }, { onSuccess: () => setFile(null) })}
			>
				{look.data !== undefined && (
					<dl className="pairs">
						<dt>{t('trust.version')}</dt>
						<dd>{`${now?.root.version ?? '—'} → ${look.data.root.version}`}</dd>
						<dt>{t('trust.expires')}</dt>
						<dd>{format.date(look.data.root.expires)}</dd>
						<dt>{t('trust.fingerprint')}</dt>
						<dd translate="no">
							<code>{look.data.fingerprint}</code>
						</dd>
						<dt>{t('trust.keys')}</dt>
						<dd>
							{t('trust.added', { count: [...after].filter((keyid) => !before.has(keyid)).length })} ·{' '}
							{t('trust.removed', { count: [...before].filter((keyid) => !after.has(keyid)).length })}
						</dd>
					</dl>
				)}
			</Modal>
		</>
	);
}
