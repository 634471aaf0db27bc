import { App, Button } from 'antd';
import { useState } from 'react';
import type { KeyInfo } from '../../../contract/key.ts';
import { useEngine, useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { saveText } from '../../list/save-text.ts';
import { Empty, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { CreateKeyDialog } from './create-key-dialog.tsx';

/** The signing identities of this installation. Private keys are never shown. */
export function KeySettings() {
	const { t } = useText();
	const mayChange = useMayChange();
	const keys = useCall('key.list', {});
	const [creating, setCreating] = useState(false);
	const create = (
		<Button type="primary" disabled={!mayChange} onClick={() => setCreating(true)}>
			{t('keyring.create')}
		</Button>
	);
	return (
		<Shown query={keys}>
			{(list) => (
				<>
					{list.length === 0 ? (
						<Empty title={t('keyring.empty')} text={t('keyring.emptyText')} action={create} />
					) : (
						<>
							<div>{create}</div>
							{list.map((key) => (
								<KeyCard key={key.keyid} info={key} />
							))}
						</>
					)}
					<CreateKeyDialog open={creating} onClose={() => setCreating(false)} />
				</>
			)}
		</Shown>
	);
}

function KeyCard({ info }: { info: KeyInfo }) {
	const { t, format } = useText();
	const { modal } = App.useApp();
	const { client } = useEngine();
	const mayChange = useMayChange();
	const retire = useAction('key.retire', { refresh: ['key.list'] });
	const exportKey = async () => {
		const { pem } = await client.call('key.exportPublic', { keyid: info.keyid });
		saveText(`${info.keyid.replace(':', '-').slice(0, 24)}.pem`, pem, 'application/x-pem-file');
	};
	const ask = () =>
		modal.confirm({
			title: t('keyring.retireTitle'),
			content: t('keyring.retireText'),
			okText: t('keyring.retire'),
			cancelText: t('action.cancel'),
			okButtonProps: { danger: true },
			onOk: () => retire.mutate({ keyid: info.keyid }),
		});
	return (
		<article className="panel stack">
			<div className="row spread">
				<h3 translate="no">
					{info.suite === 'sm2-sm3' ? 'SM2 / SM3' : 'Ed25519'} · {info.owner.orgName} {info.owner.person}
				</h3>
				<span className="row">
					<span className="chip">{t(`keyring.role.${info.owner.role}`)}</span>
					{info.certified && <span className="chip">{t('keyring.certified')}</span>}
					<span className="chip">
						{info.retiredOn === null ? t('keyring.active') : t('keyring.retired', { on: format.date(info.retiredOn) })}
					</span>
				</span>
			</div>
			<dl className="pairs">
				<dt>{t('keyring.fingerprint')}</dt>
				<dd translate="no">
					<code>{grouped(info.keyid)}</code>
				</dd>
				<dt>{t('keyring.created')}</dt>
				<dd>{format.date(info.createdOn)}</dd>
				<dt>{t('word.file')}</dt>
				<dd translate="no">
					<code>{info.file}</code>
				</dd>
			</dl>
			<div className="row">
				<Button size="small" onClick={() => void exportKey()}>
					{t('keyring.export')}
				</Button>
				{info.retiredOn === null && (
					<Button size="small" disabled={!mayChange} onClick={() => void ask()}>
						{t('keyring.retire')}
					</Button>
				)}
			</div>
		</article>
	);
}

/** Groups of four, as people read fingerprints to each other. */
function grouped(keyid: string): string {
	const [kind = '', digest = ''] = keyid.split(':');
	return `${kind}: ${(digest.match(/.{1,4}/gu) ?? []).join(' ')}`;
}
