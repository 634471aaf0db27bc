import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useEngine } from '../../engine/engine-context.ts';
import { useText } from '../../texts/use-text.ts';

/** In the desktop window: the passphrase of these keys from the system's key ring, and into it when asked. */
export function RememberPassphrase(props: {
	keyids: readonly string[];
	passphrase: string;
	onPassphrase: (passphrase: string) => void;
}) {
	const { t } = useText();
	const { shell } = useEngine();
	const { message } = App.useApp();
	const { passphrase, onPassphrase } = props;
	const name = `passphrase of ${[...props.keyids].sort().join(' ')}`;
	// Asked once for each choice of keys.
	useEffect(() => {
		void shell.keyRing?.read(name).then((kept) => {
			if (kept !== null && passphrase === '') onPassphrase(kept);
		});
	}, [shell, name]);
	const { keyRing } = shell;
	if (keyRing === null) return null;
	const remember = async () => {
		if (await keyRing.keep(name, passphrase)) void message.success(t('report.remembered'));
		else void message.warning(t('report.noKeyRing'), 8);
	};
	return (
		<Button disabled={passphrase === '' || props.keyids.length === 0} onClick={() => void remember()}>
			{t('report.remember')}
		</Button>
	);
}
