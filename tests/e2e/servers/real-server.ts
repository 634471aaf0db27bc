import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../../engine/index.ts';
import { startServer } from '../../../server/index.ts';

// The real engine behind the real server, over a data folder given as argument. Prints its link, ends with SIGTERM.
const [dataDirectory = '', port = '0'] = process.argv.slice(2);
await mkdir(join(dataDirectory, 'suites'), { recursive: true });
await cp(fileURLToPath(new URL('../suites/office-demo', import.meta.url)), join(dataDirectory, 'suites/office-demo'), {
	recursive: true,
});
const engine = await openEngine({ dataDirectory });
const server = await startServer({
	handlers: engine.handlers,
	feed: engine.feed,
	port: Number(port),
	rendererDirectory: fileURLToPath(new URL('../../../renderer/dist', import.meta.url)),
});
process.stdout.write(`${server.url}\n`);
process.on('SIGTERM', () => {
	void server
		.close()
		.then(() => engine.close('test ended'))
		.then(() => process.exit(0));
});
