import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, likely, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';
import type { ProcessTable } from './processes.ts';

/** Session programs (15 characters, as the kernel cuts them) and the desktop each of them is. */
const SESSIONS: Readonly<Record<string, string>> = {
	'ukui-session': 'UKUI',
	'ukui-session-ma': 'UKUI',
	'dde-session': 'DDE',
	'dde-session-dae': 'DDE',
	startdde: 'DDE',
	'gnome-shell': 'GNOME',
	'gnome-session-b': 'GNOME',
	plasmashell: 'KDE',
	'xfce4-session': 'XFCE',
	'mate-session': 'MATE',
	'cinnamon-sessio': 'Cinnamon',
	lxsession: 'LXDE',
	'lxqt-session': 'LXQt',
	'kiran-session-m': 'Kiran',
};

const NAMES: readonly (readonly [RegExp, string])[] = [
	[/UKUI/iu, 'UKUI'],
	[/deepin|\bDDE\b/iu, 'DDE'],
	[/GNOME/iu, 'GNOME'],
	[/KDE/iu, 'KDE'],
	[/XFCE/iu, 'XFCE'],
	[/MATE/iu, 'MATE'],
	[/Kiran/iu, 'Kiran'],
	[/Cinnamon/iu, 'Cinnamon'],
	[/LXQt/iu, 'LXQt'],
	[/LXDE/iu, 'LXDE'],
];

/** The desktop of our own session, else the one whose session program runs (we may be started from a terminal as root). */
export async function detectDesktop(source: Source, processes: ProcessTable): Promise<Field<string>> {
	for (const name of ['XDG_CURRENT_DESKTOP', 'XDG_SESSION_DESKTOP', 'DESKTOP_SESSION']) {
		const value = await source.environment(name);
		const desktop = NAMES.find(([pattern]) => pattern.test(value ?? ''))?.[1];
		if (value !== undefined && desktop !== undefined) return certain(desktop, evidence(`$${name}`, value));
	}
	const session = processes.entries.find(({ comm }) => Object.hasOwn(SESSIONS, comm));
	if (session === undefined) return unknown('no desktop session is running');
	return likely(SESSIONS[session.comm] ?? session.comm, evidence(`/proc/${session.pid}/stat`, session.comm));
}

const WAYLAND = new Set(['kwin_wayland', 'ukui-kwin_wayla', 'weston', 'sway', 'Xwayland', 'ukui-kwin-wayla']);
const X11 = new Set(['Xorg', 'X', 'Xvfb', 'Xvnc', 'Xtigervnc']);

export async function detectDisplayServer(source: Source, processes: ProcessTable): Promise<Field<string>> {
	const type = await source.environment('XDG_SESSION_TYPE');
	if (type === 'x11' || type === 'wayland') return certain(type, evidence('$XDG_SESSION_TYPE', type));
	for (const [names, server] of [[WAYLAND, 'wayland'] as const, [X11, 'x11'] as const]) {
		const process = processes.entries.find(({ comm }) => names.has(comm));
		if (process !== undefined) return likely(server, evidence(`/proc/${process.pid}/stat`, process.comm));
	}
	return unknown('no display server is running');
}
