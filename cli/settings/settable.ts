import { ShipeiError } from '../../contract/errors.ts';
import type { Input } from '../../contract/methods.ts';

type Settings = Readonly<Record<string, unknown>>;
/** What to keep for the values of a command line; no values: what is kept when nobody set it. */
type Change = (before: Settings, values: readonly string[]) => Pick<Input<'settings.change'>, 'name' | 'value'>;

interface Settable {
	readonly change: Change;
	readonly shown: (settings: Settings) => unknown;
}

/** The settings of the CLI by name, but for those that begin with a file. */
export const SETTABLE = {
	name: part('lab', 'name', line),
	address: part('lab', 'address', line),
	phone: part('lab', 'phone', line),
	accreditations: part('lab', 'accreditations', lines),
	numbering: whole('report.numbering', line),
	witnessed: whole('manual.witnessed', (values) => flag('witnessed', values, false)),
	'must-open': whole('review.mustOpen', (values) => count('must-open', values) ?? 0),
	seal: part('report.seal', 'shown', (values) => flag('seal', values, true)),
	'seal.zh': part('report.seal', 'zh', line),
	'seal.en': part('report.seal', 'en', line),
	'seal.height': part('report.seal', 'height', (values) => count('seal.height', values)),
	'declaration.zh': part('report.declaration', 'zh', lines),
	'declaration.en': part('report.declaration', 'en', lines),
	network: whole('network.targets', lines),
} as const satisfies Record<string, Settable>;
export type SettableName = keyof typeof SETTABLE;

/** Set by a file that the engine looks into first. */
export const FROM_FILE = { logo: 'report.logo', template: 'report.template' } as const;

/** Parts that a setting has before anybody set it. */
const EMPTY: Settings = {
	lab: { name: '', address: '', phone: '', accreditations: [] },
	'report.seal': { shown: true, zh: '', en: '', height: null },
	'report.declaration': { zh: [], en: [] },
};

function whole(name: string, read: (values: readonly string[]) => unknown): Settable {
	return { change: (_before, values) => ({ name, value: read(values) }), shown: (settings) => settings[name] };
}

function part(name: string, key: string, read: (values: readonly string[]) => unknown): Settable {
	const kept = (settings: Settings): Settings => ({ ...plain(EMPTY[name]), ...plain(settings[name]) });
	return {
		change: (before, values) => ({ name, value: { ...kept(before), [key]: read(values) } }),
		shown: (settings) => kept(settings)[key],
	};
}

function plain(value: unknown): Settings {
	return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Settings) : {};
}

function line(values: readonly string[]): string {
	return values.join(' ');
}

function lines(values: readonly string[]): readonly string[] {
	return values;
}

function flag(name: string, values: readonly string[], usual: boolean): boolean {
	const [value] = values;
	if (value === undefined) return usual;
	if (value === 'on' || value === 'off') return value === 'on';
	throw new ShipeiError('settings.bad-value', { name, problems: `${value}: on | off` });
}

function count(name: string, values: readonly string[]): number | null {
	const [value] = values;
	if (value === undefined) return null;
	if (/^\d{1,4}$/u.test(value)) return Number(value);
	throw new ShipeiError('settings.bad-value', { name, problems: `${value}: 0, 1, 2 …` });
}
