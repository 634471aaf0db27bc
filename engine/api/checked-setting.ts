import { z } from 'zod';
import { ShipeiError } from '../../contract/errors.ts';
import { readTarget } from '../../contract/network-target.ts';
import { SETTINGS, type SettingName } from '../../contract/settings.ts';

/** What is kept for a setting. Errors: settings.own-method, settings.nobody, settings.bad-target, settings.bad-value. */
export function checkedSetting(name: string, value: unknown, by: string): unknown {
	if (!isKnown(name)) return value;
	const method = OWN_METHODS[name];
	if (method !== undefined) throw new ShipeiError('settings.own-method', { name, method });
	if (RULES.has(name)) refuseNobody(name, by);
	if (value === null) return null;
	if (name === 'network.targets') refuseBadTarget(value);
	const read = z.safeParse(SETTINGS[name], value);
	if (read.success) return read.data;
	throw new ShipeiError('settings.bad-value', { name, problems: z.prettifyError(read.error).replace(/\s+/gu, ' ') });
}

/** A rule of the laboratory stands on record with the name of who made it. */
export function refuseNobody(name: string, by: string): void {
	if (by.trim() === '') throw new ShipeiError('settings.nobody', { name });
}

const RULES: ReadonlySet<SettingName> = new Set(['network.targets', 'suite.folders']);

const OWN_METHODS: Partial<Record<SettingName, string>> = {
	'report.logo': 'report.logo',
	'report.template': 'report.template',
	'suite.folders': 'suite.addFolder',
};

function isKnown(name: string): name is SettingName {
	return Object.hasOwn(SETTINGS, name);
}

function refuseBadTarget(value: unknown): void {
	const bad = Array.isArray(value)
		? value.find((text) => typeof text === 'string' && readTarget(text) === null)
		: undefined;
	if (bad !== undefined) throw new ShipeiError('settings.bad-target', { target: String(bad).slice(0, 100) });
}
