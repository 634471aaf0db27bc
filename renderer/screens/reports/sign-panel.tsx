import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { KeyInfo } from '../../../contract/key.ts';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import type { PrivacyProfile } from '../../../contract/report.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { DocumentButtons } from './document-buttons.tsx';
import { KeyChoice } from './key-choice.tsx';
import { PrivacyChoice } from './privacy-choice.tsx';

/** Keys, privacy, place: then signed, and verified at once. */
export function SignPanel({ run, onSigned }: { run: string; onSigned: (reportId: string) => void }) {
	const keys = useCall('key.list', {});
	const about = useCall('about.show', {});
	const reports = useCall('report.list', {});
	return (
		<Shown query={keys}>
			{(list) => (
				<Shown query={about}>
					{(here) => (
						<Shown query={reports}>
							{(signed) => (
								<SignForm
									run={run}
									keys={list.filter((key) => key.retiredOn === null)}
									out={freshPlace(here.dataDirectory, run, signed)}
									onSigned={onSigned}
								/>
							)}
						</Shown>
					)}
				</Shown>
			)}
		</Shown>
	);
}

function SignForm(props: { run: string; keys: readonly KeyInfo[]; out: string; onSigned: (reportId: string) => void }) {
	const { run, keys, onSigned } = props;
	const { t } = useText();
	const id = useId();
	const mayChange = useMayChange();
	const [picked, setPicked] = useState<string[] | null>(null);
	const chosen = picked ?? keys.map((key) => key.keyid);
	const [passphrase, setPassphrase] = useState('');
	const [privacy, setPrivacy] = useState<PrivacyProfile>('full');
	const [out, setOut] = useState(props.out);
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
				onChoose={setPicked}
				passphrase={passphrase}
				onPassphrase={setPassphrase}
			/>
			<PrivacyChoice run={run} value={privacy} onChange={setPrivacy} />
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

/** A file name that no earlier report of this run has: a correction must not take the place of what it corrects. */
function freshPlace(dataDirectory: string, run: string, signed: readonly ReportSummary[]): string {
	const earlier = signed.filter((report) => report.run === run).length;
	return `${dataDirectory}/reports/${run}${earlier === 0 ? '' : `-${earlier + 1}`}.xcr`;
}
