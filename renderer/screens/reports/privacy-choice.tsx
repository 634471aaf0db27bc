import { Radio } from 'antd';
import type { PrivacyProfile } from '../../../contract/report.ts';
import { useCall } from '../../engine/use-call.ts';
import { TEXTS, type TextKey } from '../../texts/all-texts.ts';
import { useText } from '../../texts/use-text.ts';

const PROFILES: readonly PrivacyProfile[] = ['full', 'reduced', 'minimal'];
const NAMED = 6;

/** How much of the report leaves the house, with exactly what does not. */
export function PrivacyChoice(props: {
	run: string;
	value: PrivacyProfile;
	onChange: (profile: PrivacyProfile) => void;
}) {
	const { t } = useText();
	const known = useCall('report.privacy', { run: props.run }).data?.find(({ profile }) => profile === props.value);
	return (
		<fieldset className="order-group">
			<legend>{t('report.privacy')}</legend>
			<Radio.Group
				value={props.value}
				onChange={(event) => props.onChange(event.target.value as PrivacyProfile)}
				className="choice"
			>
				{PROFILES.map((value) => (
					<Radio key={value} value={value}>
						{t(`report.privacy.${value}`)}
					</Radio>
				))}
			</Radio.Group>
			<div className="muted" role="status">
				<p>{t('privacy.never')}</p>
				{known !== undefined && <LeftOut removed={known.removed} withheld={known.withheld} />}
			</div>
		</fieldset>
	);
}

function LeftOut({ removed, withheld }: { removed: readonly string[]; withheld: readonly string[] }) {
	const { t, format } = useText();
	const nameOf = (path: string) => {
		const key = `privacy.field.${path}`;
		return Object.hasOwn(TEXTS, key) ? t(key as TextKey) : path;
	};
	if (removed.length + withheld.length === 0) return <p>{t('privacy.nothing')}</p>;
	const rest = withheld.length - NAMED;
	return (
		<>
			{removed.length > 0 && (
				<p>
					{t('privacy.removed')}
					{format.list(removed.map(nameOf))}
				</p>
			)}
			{withheld.length > 0 && (
				<p className="break">
					{t('privacy.withheld')}
					<span translate="no">{format.list(withheld.slice(0, NAMED))}</span>
					{rest > 0 && ` ${t('privacy.more', { count: rest })}`}
				</p>
			)}
		</>
	);
}
