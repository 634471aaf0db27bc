import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import type { KeyInfo } from '../../../contract/key.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useText } from '../../texts/use-text.ts';
import { CreateKeyDialog } from '../settings/keys/create-key-dialog.tsx';
import { RememberPassphrase } from './remember-passphrase.tsx';

/** Which keys sign, and their passphrase. */
export function KeyChoice(props: {
	keys: readonly KeyInfo[];
	chosen: readonly string[];
	onChoose: (keyids: string[]) => void;
	passphrase: string;
	onPassphrase: (passphrase: string) => void;
}) {
	const { t } = useText();
	const id = useId();
	if (props.keys.length === 0) return <NoKeys />;
	return (
		<>
			<fieldset className="order-group">
				<legend>{t('report.keys')}</legend>
				{props.keys.map((key) => (
					<div key={key.keyid}>
						<Checkbox
							checked={props.chosen.includes(key.keyid)}
							onChange={() =>
								props.onChoose(
									props.chosen.includes(key.keyid)
										? props.chosen.filter((other) => other !== key.keyid)
										: [...props.chosen, key.keyid],
								)
							}
						>
							<span translate="no">
								{key.suite === 'sm2-sm3' ? 'SM2' : 'Ed25519'} · {key.owner.orgName} {key.owner.person}{' '}
								<code>{key.keyid.slice(0, 16)}</code>
							</span>
						</Checkbox>
					</div>
				))}
			</fieldset>
			<div className="field">
				<label htmlFor={`${id}-passphrase`}>{t('report.passphrase')}</label>
				<Input.Password
					id={`${id}-passphrase`}
					autoComplete="off"
					value={props.passphrase}
					onChange={(event) => props.onPassphrase(event.target.value)}
				/>
				<p className="muted">{t('report.passphraseHelp')}</p>
				<RememberPassphrase keyids={props.chosen} passphrase={props.passphrase} onPassphrase={props.onPassphrase} />
			</div>
		</>
	);
}

/** Made right here: nobody has to leave a half-filled form and find the way back. */
function NoKeys() {
	const { t } = useText();
	const mayChange = useMayChange();
	const [creating, setCreating] = useState(false);
	return (
		<div className="bar" role="note">
			<span>{t('report.noKeys')}</span>
			<Button size="small" disabled={!mayChange} onClick={() => setCreating(true)}>
				{t('keyring.create')}
			</Button>
			<CreateKeyDialog open={creating} onClose={() => setCreating(false)} />
		</div>
	);
}
