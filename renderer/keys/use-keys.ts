import { useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { keyName } from './key-name.ts';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** With these a person presses the button or follows the link that has the focus: they are the control's own. */
const PRESSES: ReadonlySet<string> = new Set(['Space', 'Enter']);

/** Layers of keys: the newest screen part is asked first. */
const layers: { current: Keys; modal: boolean }[] = [];
let listening = false;
let singleKeysOn = true;

/**
 * Binds keys for as long as the component is there. Names: "j", "?", "Enter", "Ctrl+K", "g h" for a chord. Keys without
 * a modifier do nothing while somebody types, and can be switched off altogether.
 */
export function useKeys(keys: Keys, options: { modal?: boolean; enabled?: boolean } = {}): void {
	const { singleKeys } = usePreferences();
	const layer = useRef({ current: keys, modal: options.modal ?? false });
	const enabled = options.enabled ?? true;
	useEffect(() => {
		layer.current.current = keys;
	});
	useEffect(() => {
		singleKeysOn = singleKeys;
	}, [singleKeys]);
	useEffect(() => {
		if (!enabled) return undefined;
		const own = layer.current;
		layers.push(own);
		if (!listening) {
			listening = true;
			document.addEventListener('keydown', onKeyDown);
		}
		return () => {
			layers.splice(layers.indexOf(own), 1);
		};
	}, [enabled]);
}

let chordStart = '';
let chordTimer: ReturnType<typeof setTimeout> | undefined;

function onKeyDown(event: KeyboardEvent): void {
	if (event.defaultPrevented || event.isComposing) return;
	const name = keyName(event);
	const modified = event.ctrlKey || event.metaKey || event.altKey || /^F\d/u.test(event.key);
	if (!modified && name !== 'Escape' && (!singleKeysOn || isTyping(event.target))) return;
	if (isInDialog(event.target) && !layers.some((layer) => layer.modal)) return;
	if (PRESSES.has(name) && isControl(event.target)) return;
	const whole = chordStart === '' ? name : `${chordStart} ${name}`;
	clearTimeout(chordTimer);
	chordStart = '';
	if (run(whole, event)) return;
	if (startsChord(name)) {
		chordStart = name;
		chordTimer = setTimeout(() => {
			chordStart = '';
		}, 1500);
		return;
	}
	if (whole !== name) run(name, event);
}

function run(name: string, event: KeyboardEvent): boolean {
	for (const layer of [...layers].reverse()) {
		const action = layer.current[name];
		if (action !== undefined) {
			event.preventDefault();
			action(event);
			return true;
		}
		if (layer.modal) return false;
	}
	return false;
}

function startsChord(name: string): boolean {
	return layers.some((layer) => Object.keys(layer.current).some((key) => key.startsWith(`${name} `)));
}

function isControl(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest(CONTROLS) !== null;
}

const CONTROLS =
	'a[href], button, input, select, summary, textarea, [role="button"], [role="checkbox"], [role="combobox"], [role="menuitem"], [role="option"], [role="radio"], [role="switch"], [role="tab"]';

/** Whether letters go into a box here. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
		return true;
	return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

function isInDialog(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('[role="dialog"]') !== null;
}
