import { app } from 'electron';
import { startApplication } from './application.ts';
import { announceScheme } from './page-protocol.ts';

// One window for all: a second start brings its file or link to the first one.
if (app.requestSingleInstanceLock()) {
	announceScheme();
	startApplication();
} else {
	app.quit();
}
