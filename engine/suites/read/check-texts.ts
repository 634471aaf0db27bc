import type { Manifest } from '../manifest/suite.ts';
import type { Report } from './report.ts';

/** A text in one language only is no error, but half of the readers will see the other language: a warning. */
export function checkTexts(manifest: Manifest, report: Report): void {
	visit(manifest, [], report);
}

function visit(value: unknown, path: readonly PropertyKey[], report: Report): void {
	if (value === null || typeof value !== 'object') return;
	const keys = Object.keys(value);
	const [only] = keys;
	if (keys.length === 1 && (only === 'zh' || only === 'en')) {
		report(path, { zh: 'zh 与 en 两种文字', en: 'both zh and en' }, `only ${only}`, { severity: 'warning' });
		return;
	}
	for (const [key, entry] of Object.entries(value))
		visit(entry, [...path, Array.isArray(value) ? Number(key) : key], report);
}
