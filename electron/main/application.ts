import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain } from 'electron';
import { CHANNELS } from '../preload/channels.ts';
import { dataDirectory } from './data-directory.ts';
import { type EngineHost, startEngine } from './engine-host.ts';
import { guardGraphics } from './graphics-fallback.ts';
import { lockDown } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { servePage } from './page-protocol.ts';
import { isPageTooLarge, pageSize } from './page-size.ts';
import { routeOf, routeOfArguments } from './route.ts';
import { followRunning } from './running-state.ts';
import { saveEvidence } from './save-evidence.ts';
import { systemSecrets } from './secrets.ts';
import { dispatchShell } from './shell-calls.ts';
import { shellHandlers } from './shell-handlers.ts';
import { createTray } from './tray.ts';
import { isTrusted } from './trusted-sender.ts';
import { openWindow } from './window.ts';
import { windowTexts } from './window-texts.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');

/** The desktop host: a window on the same page and the same engine as every other host. */
export function startApplication(): void {
	let window: BrowserWindow | null = null;
	let waitingRoute = routeOfArguments(process.argv);

	app.enableSandbox();
	guardGraphics();
	lockDown();
	app.on('second-instance', (_event, argv) => show(routeOfArguments(argv)));
	app.on('open-file', (event, path) => {
		event.preventDefault();
		show(routeOf(path));
	});
	void app.whenReady().then(start);

	async function start(): Promise<void> {
		const text = windowTexts(app.getLocale());
		if (!(await acceptsPageSize(text))) return app.quit();
		servePage(join(ROOT, 'renderer', 'dist'));
		const engine = startEngine({
			program: join(HERE, 'engine-process.js'),
			dataDirectory: dataDirectory(process.argv, process.env),
			onRefused: (reason) => dialog.showErrorBox(text('refusedTitle'), reason),
			onRestarted() {
				running.follow();
				window?.webContents.reload();
			},
		});
		const icon = existsSync(join(ROOT, 'build', 'icons', '256x256.png'))
			? join(ROOT, 'build', 'icons', '256x256.png')
			: null;
		window = openWindow({ preload: join(HERE, 'preload.cjs'), icon });
		const opened = () => window as BrowserWindow;
		answerWindow(engine, opened);
		setMenu(text, opened, show);
		const tray = icon === null ? null : createTray({ icon, text, show: () => show(null) });
		const running = followRunning(engine.client, (state) => {
			tray?.(state);
			opened().setProgressBar(state.run === null ? -1 : state.done / Math.max(1, state.total));
		});
		running.follow();
		opened().webContents.once('did-finish-load', () => show(waitingRoute));
		closeWithCare(engine, opened(), () => running.state().run !== null, text);
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

function answerWindow(engine: EngineHost, window: () => BrowserWindow): void {
	const handlers = shellHandlers(window, systemSecrets());
	ipcMain.handle(CHANNELS.shell, (event, method: unknown, input: unknown) => {
		if (!isTrusted(event)) throw new Error('refused: not the page of this application');
		return dispatchShell(handlers, method, input);
	});
	ipcMain.on(CHANNELS.port, (event) => {
		if (isTrusted(event)) event.senderFrame?.postMessage(CHANNELS.port, null, [engine.newPort()]);
	});
	ipcMain.on(CHANNELS.saveEvidence, (event, sha256: unknown, name: unknown) => {
		if (!isTrusted(event) || typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/u.test(sha256)) return;
		void chooseAndSave(engine, window(), sha256, String(name).replaceAll(/[/\0]/gu, '_'));
	});
}

async function chooseAndSave(engine: EngineHost, window: BrowserWindow, sha256: string, name: string): Promise<void> {
	const { filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
	if (filePath === '') return;
	try {
		await saveEvidence(engine.client(), sha256, filePath);
	} catch (error) {
		dialog.showErrorBox(name, error instanceof Error ? error.message : String(error));
	}
}

// A run is never killed by closing a window without asking; whatever the answer, it can be continued.
function closeWithCare(
	engine: EngineHost,
	window: BrowserWindow,
	isRunning: () => boolean,
	text: ReturnType<typeof windowTexts>,
): void {
	let leaving = false;
	window.on('close', (event) => {
		if (leaving || !isRunning()) return;
		const options = {
			type: 'warning' as const,
			message: text('quitTitle'),
			detail: text('quitDetail'),
			buttons: [text('stay'), text('quitNow')],
			defaultId: 0,
			cancelId: 0,
		};
		if (dialog.showMessageBoxSync(window, options) === 0) event.preventDefault();
	});
	app.on('window-all-closed', () => app.quit());
	app.on('before-quit', (event) => {
		if (leaving) return;
		event.preventDefault();
		leaving = true;
		void engine.close('quit').then(() => app.quit());
	});
}

async function acceptsPageSize(text: ReturnType<typeof windowTexts>): Promise<boolean> {
	const size = pageSize();
	if (!isPageTooLarge(size) || process.env.SHIPEI_IGNORE_PAGE_SIZE === '1') return true;
	const message = text('pageSizeTitle', { size: (size ?? 0) / 1024 });
	const { response } = await dialog.showMessageBox({
		type: 'warning',
		message,
		detail: text('pageSizeDetail'),
		buttons: [text('quit'), text('continueAnyway')],
		defaultId: 0,
		cancelId: 0,
	});
	return response === 1;
}
