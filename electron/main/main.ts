import { app } from 'electron';
import { startApplication } from './application.ts';
import { announceScheme } from './page-protocol.ts';
import type { Call } from './route.ts';

// One window for all: a second start brings its file or link to the first one. As data of our own, because Chromium
// changes the order of the arguments that it passes on.
const call: Call = { argv: process.argv.slice(1), directory: process.cwd() };
if (app.requestSingleInstanceLock(call)) {
	announceScheme();
	startApplication(call);
} else {
	app.quit();
}
