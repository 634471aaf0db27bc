import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { goneMessage, portMessage, WINDOW_BRIDGE, type WindowBridge } from '../../contract/window-bridge.ts';
import { CHANNELS } from './channels.ts';

/** All that the page can reach beyond itself: a few functions, no module of Node or Electron. */
const bridge: WindowBridge = {
	askForPort: () => ipcRenderer.send(CHANNELS.port),
	call: (method, input) => ipcRenderer.invoke(CHANNELS.shell, method, input),
	pathOf: (file) => webUtils.getPathForFile(file as File),
	onRoute: (listener) => hearWords(CHANNELS.route, listener),
	onDisplay: (listener) => hearWords(CHANNELS.display, listener),
};

function hearWords(channel: string, listener: (words: string) => void): () => void {
	const hear = (_event: unknown, words: string) => listener(words);
	ipcRenderer.on(channel, hear);
	return () => ipcRenderer.off(channel, hear);
}

// Ports cannot pass the context bridge; a message to our own origin can carry them.
ipcRenderer.on(CHANNELS.port, (event) => window.postMessage(portMessage, window.location.origin, [...event.ports]));
ipcRenderer.on(CHANNELS.gone, () => window.postMessage(goneMessage, window.location.origin));
contextBridge.exposeInMainWorld(WINDOW_BRIDGE, bridge);
