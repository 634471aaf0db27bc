import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useAction } from '../../../engine/use-call.ts';
import { useText } from '../../../texts/use-text.ts';

/**
 * The first list is taken only with the fingerprint that its publisher names. What the file itself has is not shown: it
 * has to come another way.
 */
export function PinTrust({ onPinned }: { onPinned: () => void }) {
	const { t } = useText();
	const id = useId();
	const [typed, setTyped] = useState('');
	const pin = useAction('trust.pin', { refresh: ['settings.show'] });
	const fingerprint = readFingerprint(typed);
	return (
		<form
			className="panel stack trust-pin"
			onSubmit={(event) => {
				event.preventDefault();
				if (fingerprint !== null) pin.mutate({ fingerprint }, { onSuccess: onPinned });
			}}
		>
			<div className="field">
				<label htmlFor={id}>{t('trust.pinLabel')}</label>
				<Input id={id} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
				<p className="muted">{t('trust.pinHelp')}</p>
				{typed.trim() !== '' && fingerprint === null && <p className="status-failed">{t('trust.pinForm')}</p>}
			</div>
			<div>
				<Button htmlType="submit" disabled={fingerprint === null} loading={pin.isPending}>
					{t('trust.pinGo')}
				</Button>
			</div>
		</form>
	);
}

/** However it was written: in groups, in capitals, with or without its prefix. */
function readFingerprint(typed: string): string | null {
	const hex = typed
		.toLowerCase()
		.replace(/^\s*sha-?256\s*:?/u, '')
		.replace(/[\s:-]/gu, '');
	return /^[0-9a-f]{64}$/u.test(hex) ? `sha256:${hex}` : null;
}
