// Runs the built main process (electron/dist) in plain Node, with the stand-in in the place of Electron's module, and says
// as one line of JSON what came of it. Its engine process is the built one, too.
import { registerHooks } from 'node:module';

const standIn = new URL('../fake-electron.ts', import.meta.url).href;
registerHooks({
	resolve: (name, context, next) => (name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context)),
});
const { fake, ipcMain } = await import(standIn);
await import('../../../electron/dist/main.js');
while (fake.children[0] === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
const opened = await new Promise((resolve) => fake.children[0].on('message', resolve));
const { webContents, options } = fake.windows[0];
const page = await fake.protocols.get('shipei-app')({ url: webContents.url });
ipcMain.emit('shipei.port', { senderFrame: { url: webContents.url, parent: null } });
const [port] = webContents.ports;
const answered = new Promise((resolve) => port.on('message', ({ data }) => resolve(data.answer)));
port.postMessage({ kind: 'call', id: 1, method: 'suite.list', input: {} });
const suites = (await answered).value;
process.stdout.write(
	`${JSON.stringify({ opened, page: page.status, preload: options.webPreferences.preload, suites: suites.length })}\n`,
);
process.exit(0);
