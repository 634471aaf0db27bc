import { useEffect, useRef } from 'react';
import type { Output } from '../../contract/methods.ts';
import { useEngine } from '../engine/engine-context.ts';
import { useCall } from '../engine/use-call.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useAnnounce, useText } from '../texts/use-text.ts';
import { chime } from './chime.ts';

type Asking = Output<'run.asking'>[number];

/** Says that a manual step waits when it begins to, whatever run it belongs to: aloud, as a notification, with a sound. */
export function useAskingNotice(): void {
	const { t, say } = useText();
	const { shell } = useEngine();
	const { sound } = usePreferences();
	const announce = useAnnounce();
	const asking = useCall('run.asking', {}).data;
	const known = useRef<ReadonlySet<string> | null>(null);
	useEffect(() => {
		if (asking === undefined) return;
		const before = known.current;
		known.current = new Set(asking.map(nameOf));
		const begun = before === null ? undefined : asking.find((step) => !before.has(nameOf(step)));
		if (begun === undefined) return;
		const text =
			asking.length === 1
				? t('strip.askingOne', { title: say(begun.title) })
				: t('strip.askingMany', { count: asking.length });
		announce(text, true);
		if (!document.hasFocus()) shell.notify(t('app.name'), text);
		if (sound) chime();
	}, [asking, announce, say, shell, sound, t]);
}

function nameOf({ run, key, attempt, step }: Asking): string {
	return `${run} ${key} ${attempt} ${step}`;
}
