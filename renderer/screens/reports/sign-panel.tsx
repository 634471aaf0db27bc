import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import type { KeyInfo } from '../../../contract/key.ts';
import type { Output } from '../../../contract/methods.ts';
import type { PrivacyProfile } from '../../../contract/report.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { DocumentButtons } from './document-buttons.tsx';
import { KeyChoice } from './key-choice.tsx';

const PRIVACY: readonly PrivacyProfile[] = ['full', 'reduced', 'minimal'];

/** Keys, privacy, place: then signed, and verified at once. */
export function SignPanel({ run, onSigned }: { run: string; onSigned: (reportId: string) => void }) {
	const keys = useCall('key.list', {});
	const about = useCall('about.show', {});
	return (
		<Shown query={keys}>
			{(list) => (
				<Shown query={about}>
					{(here) => (
						<SignForm run={run} keys={list.filter((key) => key.retiredOn === null)} about={here} onSigned={onSigned} />
					)}
				</Shown>
			)}
		</Shown>
	);
}

function SignForm(props: {
	run: string;
	keys: readonly KeyInfo[];
	about: Output<'about.show'>;
	onSigned: (reportId: string) => void;
}) {
	const { run, keys, onSigned } = props;
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const [chosen, setChosen] = useState<string[]>(keys.map((key) => key.keyid));
	const [passphrase, setPassphrase] = useState('');
	const [privacy, setPrivacy] = useState<PrivacyProfile>('full');
	const [out, setOut] = useState(`${props.about.dataDirectory}/reports/${run}.xcr`);
	const sign = useAction('report.export', { refresh: ['report.list'] });
	const submit = () =>
		sign.mutate(
			{ run, out, keyids: chosen, privacy, ...(passphrase === '' ? {} : { passphrase }) },
			{ onSuccess: (signed) => onSigned(signed.reportId) },
		);
	return (
		<section className="panel stack" aria-label={t('report.sign')}>
			<h2>{t('report.sign')}</h2>
			<KeyChoice
				keys={keys}
				chosen={chosen}
				onChoose={setChosen}
				passphrase={passphrase}
				onPassphrase={setPassphrase}
			/>
			<fieldset className="order-group">
				<legend>{t('report.privacy')}</legend>
				<Radio.Group
					value={privacy}
					onChange={(event) => setPrivacy(event.target.value as PrivacyProfile)}
					className="choice"
				>
					{PRIVACY.map((value) => (
						<Radio key={value} value={value}>
							{t(`report.privacy.${value}`)}
						</Radio>
					))}
				</Radio.Group>
			</fieldset>
			<div className="field">
				<label htmlFor={`${id}-out`}>{t('report.out')}</label>
				<Input id={`${id}-out`} value={out} onChange={(event) => setOut(event.target.value)} />
			</div>
			<p className="muted">{t('report.locked')}</p>
			<Button
				type="primary"
				disabled={!mayChange || chosen.length === 0 || out.trim() === ''}
				loading={sign.isPending}
				onClick={submit}
			>
				{t('report.sign')}
			</Button>
			<DocumentButtons source={{ run }} name={run} />
		</section>
	);
}
