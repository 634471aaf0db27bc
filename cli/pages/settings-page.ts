import type { Logo, Template } from '../../contract/settings.ts';
import { readSetting } from '../../contract/settings.ts';
import { SETTABLE, type SettableName } from '../settings/settable.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { byteSize } from './byte-size.ts';

type Settings = Readonly<Record<string, unknown>>;
type ShownName = SettableName | 'logo' | 'template';

const ORDER: readonly ShownName[] = [
	...(['name', 'address', 'phone', 'accreditations', 'numbering', 'witnessed', 'must-open'] as const),
	...(['logo', 'seal', 'seal.zh', 'seal.en', 'seal.height', 'declaration.zh', 'declaration.en', 'template'] as const),
	'network',
];

/** Every setting that the CLI can change: its name, its value, what it is. */
export function settingsPage(settings: Settings, terminal: Terminal): string {
	return table(ORDER.map((name) => [name, settingText(name, settings), terminal.text(`settings.label.${name}`)]));
}

export function settingText(name: ShownName, settings: Settings): string {
	const value = shownValue(name, settings);
	if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '—';
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return Array.isArray(value) ? value.join(' | ') : String(value);
}

/** The same as data, by the same names. */
export function settingsData(settings: Settings): Record<string, unknown> {
	return Object.fromEntries(
		ORDER.map((name) => [
			name,
			(isFile(name) ? readSetting(settings, `report.${name}`) : shownValue(name, settings)) ?? null,
		]),
	);
}

function shownValue(name: ShownName, settings: Settings): unknown {
	if (!isFile(name)) return SETTABLE[name].shown(settings);
	const kept = readSetting(settings, `report.${name}`);
	return kept === null ? null : fileText(kept);
}

function isFile(name: ShownName): name is 'logo' | 'template' {
	return name === 'logo' || name === 'template';
}

function fileText(kept: Logo | Template): string {
	const pixels = 'width' in kept ? `, ${kept.width} × ${kept.height}` : '';
	return `${kept.name} (${byteSize(kept.size)}${pixels}, sha256:${kept.sha256.slice(0, 16)}…, ${kept.on.slice(0, 10)})`;
}
