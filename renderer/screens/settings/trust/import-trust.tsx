import { Modal } from 'antd';
import { useState } from 'react';
import { useMayChange } from '../../../engine/engine-context.ts';
import { useAction } from '../../../engine/use-call.ts';
import { FileButton } from '../../../list/file-button.tsx';
import { useErrorText } from '../../../states/error-text.ts';
import { useText } from '../../../texts/use-text.ts';
import { PinTrust } from './pin-trust.tsx';
import { TrustChanges } from './trust-changes.tsx';
import type { Trust } from './trust-facts.tsx';

/** Takes another list: what it would change is shown first, and an older, a forged or a foreign one is refused. */
export function ImportTrust({ now }: { now: Trust | null }) {
	const { t, format } = useText();
	const mayChange = useMayChange();
	const textOf = useErrorText();
	const [file, setFile] = useState<string | null>(null);
	const [open, setOpen] = useState(false);
	const look = useAction('trust.import', { quiet: true });
	const take = useAction('trust.import', { refresh: ['trust.show', 'report.list', 'report.results'] });
	const bring = (path: string) => {
		setFile(path);
		look.mutate({ file: path, apply: false }, { onSuccess: () => setOpen(true) });
	};
	const found = look.data;
	const same = found !== undefined && found.fingerprint === now?.fingerprint;
	const mayPin = now === null && (look.error?.code === 'trust.pin-needed' || look.error?.code === 'trust.not-pinned');
	return (
		<div className="stack trust-import">
			<div>
				<FileButton primary text={t('trust.import')} disabled={!mayChange} busy={look.isPending} onFile={bring} />
			</div>
			{look.error !== null && (look.error.code !== 'trust.pin-needed' || !mayPin) && (
				<p className="bar bad break" role="alert" data-code={look.error.code}>
					{textOf(look.error)}
				</p>
			)}
			{mayPin && file !== null && <PinTrust onPinned={() => bring(file)} />}
			{found !== undefined && (
				<Modal
					open={open}
					width={720}
					title={t('trust.importTitle')}
					okText={t('trust.apply')}
					cancelText={t('action.cancel')}
					okButtonProps={{ disabled: same }}
					confirmLoading={take.isPending}
					onCancel={() => setOpen(false)}
					onOk={() => file !== null && take.mutate({ file, apply: true }, { onSuccess: () => setOpen(false) })}
				>
					<div className="stack">
						<dl className="pairs">
							<dt>{t('trust.version')}</dt>
							<dd>{fromTo(now?.root.version.toString(), found.root.version.toString())}</dd>
							<dt>{t('trust.expires')}</dt>
							<dd>
								{fromTo(now === null ? undefined : format.date(now.root.expires), format.date(found.root.expires))}
							</dd>
							<dt>{t('trust.fingerprint')}</dt>
							<dd className="break" translate="no">
								<code>{found.fingerprint}</code>
							</dd>
							<dt>{t('trust.threshold')}</dt>
							<dd>
								{t('trust.signedOf', {
									signed: found.signedBy.length,
									needed: found.root.threshold,
									count: found.root.rootKeys.length,
								})}
							</dd>
						</dl>
						<h3>{t('trust.changes')}</h3>
						{same ? <p>{t('trust.same')}</p> : <TrustChanges before={now?.root ?? null} after={found.root} />}
					</div>
				</Modal>
			)}
		</div>
	);
}

function fromTo(from: string | undefined, to: string): string {
	return from === undefined || from === to ? to : `${from} → ${to}`;
}
