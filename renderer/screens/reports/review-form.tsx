import { App, Button, Input, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { Decision, ReviewRole } from '../../../contract/review.ts';
import type { Verification } from '../../../contract/verification.ts';
import { useEngine, useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { KeyChoice } from './key-choice.tsx';
import { nextRole, ownKey } from './review-defaults.ts';
import { ReviewMaterial } from './review-material.tsx';

const ROLES: readonly ReviewRole[] = ['reviewer', 'approver'];
const DECISIONS: readonly Decision[] = ['approved', 'approved-with-waivers', 'rejected', 'withdrawn'];

/** 审核 and 批准: a signed counter-statement that is added to the file; what was there stays as it is. */
export function ReviewForm(props: {
	file: string;
	/** Set for a file from elsewhere: the reviewed one is handed back under this name. */
	handBack?: string;
	verification: Verification;
	/** Somebody came here to review: the form is open, and in view. */
	asked?: boolean;
	onMade: () => void;
}) {
	const { t, format } = useText();
	const id = useId();
	const { message } = App.useApp();
	const mayChange = useMayChange();
	const keys = useCall('key.list', {}).data?.filter((key) => key.retiredOn === null) ?? [];
	const [role, setRole] = useState<ReviewRole>(() => nextRole(props.verification));
	const [decision, setDecision] = useState<Decision | null>(null);
	const [reason, setReason] = useState('');
	const [chosen, setChosen] = useState<string[]>([]);
	const [passphrase, setPassphrase] = useState('');
	const make = useAction('review.make', { refresh: ['report.list', 'report.preview', 'bundle.verify'] });
	const { shell } = useEngine();
	const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
	const [looking, setLooking] = useState(props.asked ?? false);
	const heading = useRef<HTMLElement>(null);
	useEffect(() => {
		if (props.asked === true) heading.current?.focus();
	}, [props.asked]);
	const { person } = usePreferences();
	const material = useCall('review.material', { file: props.file }, { enabled: looking });
	const agrees = decision?.startsWith('approved') === true;
	const unopened = agrees && opened.size < (material.data?.mustOpen ?? 0);
	const signed = new Set(
		[props.verification, ...props.verification.reviews].flatMap(({ signers }) => signers.map(({ keyid }) => keyid)),
	);
	const free = keys.filter(({ keyid }) => !signed.has(keyid));
	const needsReason = decision !== null && decision !== 'approved';
	const key = chosen[0] ?? ownKey(free, person)?.keyid;
	const submit = async () => {
		if (decision === null || key === undefined) return;
		const { handBack } = props;
		const place = handBack === undefined ? null : await shell.placeForFile(handBack, t('review.make'));
		if (handBack !== undefined && place === null) return;
		make.mutate(
			{
				file: props.file,
				...(place === null ? {} : { out: place.file }),
				role,
				decision,
				reasons: reason.trim() === '' ? [] : [reason.trim()],
				opened: [...opened],
				keyid: key,
				...(passphrase === '' ? {} : { passphrase }),
			},
			{
				onSuccess: () => {
					void message.success(t('review.done'));
					place?.deliver();
					props.onMade();
				},
			},
		);
	};
	return (
		<section className="panel stack" aria-label={t('review.title')}>
			<h2>{t('review.list')}</h2>
			{props.verification.reviews.length === 0 && <p className="muted">{t('review.none')}</p>}
			<ul className="plain-rows">
				{props.verification.reviews.map((review) => (
					<li key={review.digest.sha256}>
						<b>{t(`review.role.${review.role}`)}</b> {t(`review.decision.${review.decision}`)} ·{' '}
						<span translate="no">{review.person ?? review.verifier}</span> · {format.date(review.timeCreated)}
						{review.reasons.map((text) => (
							<p key={text} className="muted" translate="no">
								{text}
							</p>
						))}
					</li>
				))}
			</ul>
			<details open={looking} onToggle={(event) => setLooking(event.currentTarget.open)}>
				<summary ref={heading}>{t('review.title')}</summary>
				<div className="stack" style={{ marginTop: 12 }}>
					{looking && (
						<Shown query={material}>
							{(found) => (
								<ReviewMaterial
									file={props.file}
									material={found}
									opened={opened}
									onOpened={(sha256) => setOpened((before) => new Set(before).add(sha256))}
								/>
							)}
						</Shown>
					)}
					<div className="field">
						<label htmlFor={`${id}-role`}>{t('review.role')}</label>
						<Select
							id={`${id}-role`}
							value={role}
							options={ROLES.map((value) => ({ value, label: t(`review.role.${value}`) }))}
							onChange={setRole}
						/>
					</div>
					<div className="field">
						<label htmlFor={`${id}-decision`}>{t('review.decision')}</label>
						<Select
							id={`${id}-decision`}
							value={decision}
							options={DECISIONS.map((value) => ({ value, label: t(`review.decision.${value}`) }))}
							onChange={setDecision}
						/>
					</div>
					<div className="field">
						<label htmlFor={`${id}-reason`}>{t('review.reason')}</label>
						<Input.TextArea
							id={`${id}-reason`}
							rows={2}
							value={reason}
							onChange={(event) => setReason(event.target.value)}
						/>
						{needsReason && reason.trim() === '' && <p className="status-warned">{t('review.reasonNeeded')}</p>}
					</div>
					<p className="muted">{t('review.threePersons')}</p>
					{keys.length > 0 && free.length === 0 && <p className="status-warned">{t('review.noFreeKey')}</p>}
					{(keys.length === 0 || free.length > 0) && (
						<KeyChoice
							keys={free}
							chosen={key === undefined ? [] : [key]}
							onChoose={(next) => setChosen(next.slice(-1))}
							passphrase={passphrase}
							onPassphrase={setPassphrase}
						/>
					)}
					<Button
						type="primary"
						disabled={
							!mayChange || decision === null || key === undefined || unopened || (needsReason && reason.trim() === '')
						}
						loading={make.isPending}
						onClick={() => void submit()}
					>
						{t('review.make')}
					</Button>
				</div>
			</details>
		</section>
	);
}
