import { createInterface } from 'node:readline';
import type { EngineEvent } from '../../../contract/events.ts';
import { startServer } from '../../../server/index.ts';
import { standInEngine } from '../../renderer/stand-in/stand-in-engine.ts';

// Made-up data whose events are told from outside: every line on stdin is one event, as JSON. Prints its link.
const engine = standInEngine({ host: null, many: 500 });
const server = await startServer({
	...engine,
	port: 0,
	rendererDirectory: new URL('../../../renderer/dist', import.meta.url).pathname,
});
process.stdout.write(`${server.url}\n`);
for await (const line of createInterface({ input: process.stdin })) engine.emit(JSON.parse(line) as EngineEvent);
await server.close();
process.exit(0);
