import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow } from 'electron';
import { CHANNELS } from '../preload/channels.ts';
import { answerWindow } from './answer-window.ts';
import { dataDirectory } from './data-directory.ts';
import { watchDisplay } from './display.ts';
import { startEngine } from './engine-host.ts';
import { guardGraphics } from './graphics-fallback.ts';
import { lockDown } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { keepCrashDumps, reviveCrashedPage } from './page-crash.ts';
import { servePage } from './page-protocol.ts';
import { acceptsPageSize } from './page-size.ts';
import { quitWithCare } from './quit-with-care.ts';
import { askAboutRefusal } from './refused-folder.ts';
import { type Call, routeOfCall } from './route.ts';
import { followRunning } from './running-state.ts';
import { forceScaleFactor } from './scale-factor.ts';
import { createTray } from './tray.ts';
import { openWindow } from './window.ts';
import { windowTexts } from './window-texts.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const ICON = join(ROOT, 'build', 'icons', '256x256.png');

/** The desktop host: a window on the same page and the same engine as every other host. */
export function startApplication(call: Call): void {
	let window: BrowserWindow | null = null;
	let waitingRoute = routeOfCall(call);
	let isRunning = () => false;

	keepCrashDumps();
	app.enableSandbox();
	guardGraphics(() => !isRunning());
	forceScaleFactor();
	lockDown();
	app.on('second-instance', (_event, _argv, _directory, other) => show(routeOfCall(other)));
	void app.whenReady().then(start);

	async function start(): Promise<void> {
		const text = windowTexts(app.getLocale());
		if (!(await acceptsPageSize(text))) return app.quit();
		servePage(join(ROOT, 'renderer', 'dist'));
		const opened = openWindow({ preload: join(HERE, 'preload.cjs'), icon: ICON });
		const engine = startEngine({
			program: engineProgram(),
			dataDirectory: dataDirectory(process.argv, process.env),
			onRefused: (error) => void askAboutRefusal(opened, error, () => engine.tryAgain()),
			onGone: () => opened.webContents.send(CHANNELS.gone),
			onBack: () => handPort(),
		});
		const { handPort } = answerWindow(opened, engine);
		watchDisplay(opened, (name) => opened.webContents.send(CHANNELS.display, name));
		setMenu(text, opened, show);
		const tray = createTray({ icon: ICON, text, show: () => show(null) });
		const running = followRunning(engine.client, (state) => {
			tray?.(state);
			opened.setProgressBar(state.run === null ? -1 : state.done / Math.max(1, state.total));
		});
		isRunning = () => running.state().run !== null;
		reviveCrashedPage(opened, text);
		quitWithCare({ window: opened, isRunning, closeEngine: () => engine.close('quit'), text });
		window = opened;
		opened.webContents.once('did-finish-load', () => show(waitingRoute));
	}

	function show(route: string | null): void {
		waitingRoute = route;
		if (window === null) return;
		if (window.isMinimized()) window.restore();
		window.show();
		window.focus();
		if (route !== null) window.webContents.send(CHANNELS.route, route);
	}
}

/** Only a checkout can be told to start another engine: the browser tests show states that take hours to reach. */
function engineProgram(): string {
	const own = join(HERE, 'engine-process.js');
	return app.isPackaged ? own : (process.env.SHIPEI_ENGINE_PROGRAM ?? own);
}
