/** A server over a data folder, as `shipei serve` starts it, but without a built page: `node serve.ts DATA PAGE`. */
import { once } from 'node:events';
import { openEngine } from '../../engine/index.ts';
import { startServer } from '../../server/index.ts';

const [dataDirectory = '', rendererDirectory = ''] = process.argv.slice(2);
const { handlers, feed, close } = await openEngine({ dataDirectory });
const server = await startServer({ handlers, feed, port: 0, rendererDirectory });
console.log(server.url);
await once(process, 'SIGTERM');
await server.close();
await close('the check is over');
