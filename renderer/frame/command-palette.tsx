import { Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAction, useCall } from '../engine/use-call.ts';
import { matches } from '../list/matches.ts';
import { usePreferencesStore } from '../preferences/use-preferences.ts';
import { useText } from '../texts/use-text.ts';
import { useDark } from '../theme/page-theme.tsx';
import { PLACES } from './places.ts';

interface Command {
	readonly id: string;
	readonly title: string;
	readonly key?: string;
	readonly run: () => void;
}

/** Everything by typing its name: places, suites to start, runs to open, switches. */
export function CommandPalette(props: { open: boolean; onClose: () => void; onHelp: () => void }) {
	const { open, onClose } = props;
	const { t } = useText();
	const [text, setText] = useState('');
	const [active, setActive] = useState(0);
	const box = useRef<InputRef>(null);
	const commands = useCommands(open, props.onHelp).filter((command) => matches(text, command.title));
	const shown = commands.slice(0, 12);
	useEffect(() => {
		if (open) setText('');
	}, [open]);
	const run = (command: Command | undefined) => {
		if (command === undefined) return;
		onClose();
		command.run();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'ArrowDown') setActive(Math.min(active + 1, shown.length - 1));
		else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
		else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(shown[active]);
		else return;
		event.preventDefault();
	};
	return (
		<Modal
			open={open}
			onCancel={onClose}
			footer={null}
			title={t('palette.title')}
			width={560}
			destroyOnHidden
			closable={false}
			afterOpenChange={(isOpen) => isOpen && box.current?.focus()}
		>
			<Input
				ref={box}
				autoFocus
				role="combobox"
				aria-expanded="true"
				aria-controls="palette-list"
				aria-activedescendant={shown[active] === undefined ? undefined : `command-${active}`}
				aria-label={t('palette.hint')}
				placeholder={t('palette.hint')}
				value={text}
				onChange={(event) => {
					setText(event.target.value);
					setActive(0);
				}}
				onKeyDown={onKeyDown}
			/>
			<div id="palette-list" role="listbox" aria-label={t('palette.title')} className="palette-list">
				{shown.map((command, index) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the box above handles the keys
					<div
						key={command.id}
						id={`command-${index}`}
						role="option"
						aria-selected={index === active}
						className="palette-row"
						onClick={() => run(command)}
					>
						<span className="ellipsis">{command.title}</span>
						{command.key !== undefined && <kbd>{command.key}</kbd>}
					</div>
				))}
			</div>
			{shown.length === 0 && <p className="muted">{t('palette.nothing')}</p>}
		</Modal>
	);
}

function useCommands(open: boolean, onHelp: () => void): Command[] {
	const { t, say } = useText();
	const navigate = useNavigate();
	const store = usePreferencesStore();
	const dark = useDark();
	const suites = useCall('suite.list', {}, { enabled: open }).data;
	const runs = useCall('run.list', {}, { enabled: open }).data;
	const detect = useAction('host.detect', { refresh: ['host.current'] });
	return useMemo(
		() => [
			...PLACES.map((place) => ({
				id: place.to,
				title: t('palette.go', { place: t(place.text) }),
				key: place.chord,
				run: () => void navigate(place.to),
			})),
			{ id: 'verify', title: t('palette.go', { place: t('rail.verify') }), run: () => void navigate('/verify') },
			{ id: 'audit', title: t('palette.go', { place: t('rail.audit') }), run: () => void navigate('/audit') },
			{
				id: 'detect',
				title: t('palette.detect'),
				run: () => {
					detect.mutate({});
					void navigate('/host');
				},
			},
			{
				id: 'dark',
				title: t('palette.dark'),
				run: () => store.change((before) => ({ ...before, theme: dark ? 'light' : 'dark' })),
			},
			{
				id: 'language',
				title: t('palette.language'),
				run: () => store.change((before) => ({ ...before, language: before.language === 'en' ? 'zh' : 'en' })),
			},
			{ id: 'keys', title: t('palette.keys'), key: '?', run: onHelp },
			...(suites ?? []).map((suite) => ({
				id: `suite ${suite.id}`,
				title: t('palette.suite', { name: `${say(suite.title)} (${suite.id})` }),
				run: () => void navigate(`/plan/new?suites=${encodeURIComponent(suite.id)}`),
			})),
			...(runs ?? []).slice(0, 20).map((run) => ({
				id: `run ${run.id}`,
				title: t('palette.run', {
					name: [run.id.slice(0, 8), ...run.suites.map((suite) => say(suite.title)), run.product?.name ?? ''].join(' '),
				}),
				run: () => void navigate(`/runs/${run.id}`),
			})),
		],
		[t, say, navigate, store, dark, suites, runs, detect, onHelp],
	);
}
