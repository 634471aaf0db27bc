import { Button, Radio, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import type { Preferences } from '../../preferences/preferences.ts';
import { usePreferences, usePreferencesStore } from '../../preferences/use-preferences.ts';
import { useZoom } from '../../preferences/use-zoom.ts';
import { ZOOM_STEPS } from '../../preferences/zoom.ts';
import { useText } from '../../texts/use-text.ts';

const SWITCHES = ['dense', 'motion', 'sound', 'singleKeys'] as const;

/** How this person sees the page; kept in this browser. */
export function DisplaySettings() {
	const { t } = useText();
	const id = useId();
	const store = usePreferencesStore();
	const preferences = usePreferences();
	const { zoom, change: changeZoom } = useZoom();
	const change = (part: Partial<Preferences>) => store.change((before) => ({ ...before, ...part }));
	return (
		<div className="panel stack">
			<div className="field" role="group" aria-labelledby={`${id}-theme`}>
				<b id={`${id}-theme`}>{t('settings.theme')}</b>
				<Radio.Group
					value={preferences.theme}
					onChange={(event) => change({ theme: event.target.value as Preferences['theme'] })}
					options={(['system', 'light', 'dark'] as const).map((value) => ({
						value,
						label: t(`settings.theme.${value}`),
					}))}
				/>
			</div>
			<div className="field" role="group" aria-labelledby={`${id}-language`}>
				<b id={`${id}-language`}>{t('settings.language')}</b>
				<Radio.Group
					value={preferences.language}
					onChange={(event) => change({ language: event.target.value as Preferences['language'] })}
					options={(['zh', 'en'] as const).map((value) => ({
						value,
						label: <span translate="no">{t(`settings.language.${value}`)}</span>,
					}))}
				/>
			</div>
			<div className="field">
				<label htmlFor={`${id}-zoom`}>{t('settings.zoom')}</label>
				<Select
					id={`${id}-zoom`}
					style={{ width: 140 }}
					value={zoom}
					options={ZOOM_STEPS.map((value) => ({ value, label: `${value} %` }))}
					onChange={(chosen: number) => changeZoom(() => chosen)}
				/>
				<p className="muted">{t('settings.zoomHelp')}</p>
			</div>
			{SWITCHES.map((name) => (
				<div className="row" key={name}>
					<Switch id={`${id}-${name}`} checked={preferences[name]} onChange={(value) => change({ [name]: value })} />
					<label htmlFor={`${id}-${name}`}>{t(`settings.${name}`)}</label>
				</div>
			))}
			<NotifySetting />
		</div>
	);
}

function NotifySetting() {
	const { t } = useText();
	const known = 'Notification' in window;
	const [permission, setPermission] = useState(known ? Notification.permission : 'denied');
	const ask = () => void Notification.requestPermission().then(setPermission);
	return (
		<div className="row">
			<b>{t('settings.notify')}</b>
			{permission === 'default' && <Button onClick={ask}>{t('settings.notifyAsk')}</Button>}
			{permission !== 'default' && (
				<span className="muted">{t(permission === 'granted' ? 'settings.notifyOn' : 'settings.notifyOff')}</span>
			)}
		</div>
	);
}
