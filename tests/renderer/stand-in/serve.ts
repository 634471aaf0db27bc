import { startServer } from '../../../server/index.ts';
import { standInEngine } from './stand-in-engine.ts';

// For people who work on screens: node tests/renderer/stand-in/serve.ts [port] [empty|matrix]
const [port = '0', state] = process.argv.slice(2);
const empty = state === 'empty' ? true : undefined;
const engine = standInEngine({
	host: empty === undefined ? await detected() : null,
	empty: empty !== undefined,
	many: 10_000,
	...(state === 'matrix' ? { matrix: [500, 60] as const } : {}),
});
const server = await startServer({
	...engine,
	port: Number(port),
	rendererDirectory: new URL('../../../renderer/dist', import.meta.url).pathname,
});
process.stdout.write(`${server.url}\n`);

async function detected() {
	try {
		const { detectHost } = await import('../../../engine/host/index.ts');
		return await detectHost();
	} catch {
		return null;
	}
}
