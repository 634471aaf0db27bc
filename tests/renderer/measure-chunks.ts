import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** ui.md 1.7, in bytes after gzip. */
export const CHUNK_BUDGETS = {
	first: 560 * 1024,
	charts: 260 * 1024,
	logViewer: 60 * 1024,
	reportPreview: 60 * 1024,
} as const;

/** What the built page loads before anything shows, and what it loads later; bytes after gzip. */
export function measureChunks(dist: string): Record<keyof typeof CHUNK_BUDGETS, number> {
	const html = readFileSync(join(dist, 'index.html'), 'utf8');
	const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/gu)].map((match) => match[1] ?? '');
	const first = withImports(dist, scripts);
	const own = (prefix: string) => {
		const files = readdirSync(join(dist, 'assets')).filter((file) => file.startsWith(prefix) && file.endsWith('.js'));
		if (files.length === 0) throw new Error(`no chunk ${prefix}* in ${dist}: was it merged into another one?`);
		const all = withImports(
			dist,
			files.map((file) => `assets/${file}`),
		);
		return [...all].filter((file) => !first.has(file));
	};
	const sizeOf = (files: Iterable<string>) =>
		[...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
	return {
		first: sizeOf(first),
		charts: sizeOf(own('forest-plot-')),
		logViewer: sizeOf(own('log-screen-')),
		reportPreview: sizeOf(own('report-screen-')),
	};
}

/** The files and everything that they import at once. */
function withImports(dist: string, files: readonly string[]): Set<string> {
	const all = new Set<string>();
	const waiting = [...files];
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
		if (all.has(file)) continue;
		all.add(file);
		const source = readFileSync(join(dist, file), 'utf8');
		for (const [, name] of source.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/gu))
			waiting.push(`assets/${name}`);
	}
	return all;
}
