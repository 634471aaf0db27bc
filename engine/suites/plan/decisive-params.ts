import type { ManifestCase } from '../manifest/case.ts';
import type { Manifest } from '../manifest/suite.ts';

const MENTION = /\bparams\.(\w+)/gu;

/**
 * Names of the parameters that decide whether two measurements of a case compare: those that it, or a case that it needs,
 * speaks of, without those that the suite calls indifferent (`comparable: false`: where a tool lies, which disk is tested).
 */
export function decisiveParams(manifest: Manifest, entry: ManifestCase): string[] {
	const text = JSON.stringify([manifest.env, ...withNeeded(manifest, entry)]);
	const mentioned = new Set(Array.from(text.matchAll(MENTION), ([, name = '']) => name));
	return Object.entries(manifest.params ?? {}).flatMap(([name, { comparable }]) =>
		mentioned.has(name) && comparable !== false ? [name] : [],
	);
}

/** The case and all that it stands on: what one of them prepared is what it measures. */
function withNeeded(manifest: Manifest, entry: ManifestCase): ManifestCase[] {
	const found = [entry];
	for (const { needs = [] } of found)
		found.push(...manifest.cases.filter((other) => needs.includes(other.id) && !found.includes(other)));
	return found;
}
