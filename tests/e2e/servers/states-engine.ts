import type { ParentPort } from 'electron';
import { servePort } from '../../../contract/port-transport.ts';
import { eventPort } from '../../../electron/engine-process/event-port.ts';
import type { ToEngine } from '../../../electron/engine-process/messages.ts';
import { standInEngine } from '../../renderer/stand-in/stand-in-engine.ts';

// Made-up data in the place of the desktop app's engine process (SHIPEI_ENGINE_PROGRAM).
const empty = process.env['SHIPEI_STATES'] === 'empty';
const { handlers, feed } = standInEngine({ host: null, empty, many: 10_000 });
const parent: ParentPort = process.parentPort;
parent.on('message', ({ data, ports }) => {
	const message = data as ToEngine;
	if (message.kind === 'open') parent.postMessage({ kind: 'opened', ownerPid: null });
	if (message.kind === 'port' && ports[0] !== undefined) servePort(eventPort(ports[0]), handlers, feed);
	if (message.kind === 'close') parent.postMessage({ kind: 'closed' });
});
