import type { Source } from './source.ts';

/** Existing paths that fit a pattern; `*` stands for any part of one name, `[Tt]` for one of the letters. Links are not followed for the names. */
export async function expandPath(source: Source, pattern: string): Promise<string[]> {
	let paths = [''];
	for (const part of pattern.split('/').filter(Boolean)) {
		const fits = matcher(part);
		const next = await Promise.all(
			paths.map(async (path) => {
				const names = (await source.list(path === '' ? '/' : path)) ?? [];
				return names.filter(fits).map((name) => `${path}/${name}`);
			}),
		);
		paths = next.flat();
		if (paths.length === 0) return [];
	}
	return paths;
}

function matcher(part: string): (name: string) => boolean {
	if (!/[*[]/u.test(part)) return (name) => name === part;
	const source = part.replace(/[.+?^${}()|\\]/gu, '\\$&').replaceAll('*', '.*');
	const pattern = new RegExp(`^${source}$`, 'u');
	return (name) => pattern.test(name);
}
