import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type * as Electron from 'electron';

/**
 * Electron's module for tests: windows, dialogs and the tray are recorded; ports and the utility process are real (Node's
 * MessagePort, a worker that runs the same program). `fake` is the test's hand on it.
 */
export const fake = {
	userData: mkdtempSync(join(tmpdir(), 'shipei-electron-')),
	locale: 'en-US',
	packaged: true,
	single: true,
	singleData: null as unknown,
	windows: [] as FakeWindow[],
	contents: [] as FakeContents[],
	boxes: [] as { title: string; text: string }[],
	/** What dialogs answer, in turn. */
	answers: [] as unknown[],
	handled: new Map<string, (...args: never[]) => unknown>(),
	protocols: new Map<string, (request: Request) => Response | Promise<Response>>(),
	schemes: [] as unknown[],
	permission: { request: null as unknown, check: null as unknown, device: null as unknown },
	children: [] as FakeUtilityProcess[],
	blockers: new Set<number>(),
	backend: 'gnome_libsecret',
	quits: 0,
	relaunched: 0,
	hardware: true,
	/** As on a command line, without the dashes: "name" or "name=value". */
	switches: [] as string[],
	menu: null as unknown,
	trays: [] as Tray[],
	notifications: [] as Notification[],
	sandboxed: false,
	crashReports: [] as Electron.CrashReporterStartOptions[],
	/** Message boxes that were shown. */
	asked: [] as Electron.MessageBoxOptions[],
	/** From left to right. */
	displays: [displayAt(7, 0, 1366, 768)],
	/** What the system's capture finds. */
	screens: [] as { display_id: string; thumbnail: { isEmpty(): boolean; toPNG(): Buffer } }[],
	revealed: [] as string[],
};

export function displayAt(id: number, x: number, width: number, height: number) {
	return { id, size: { width, height }, scaleFactor: 1, workArea: { x, y: 0, width, height } };
}

function isPrevented(emitter: EventEmitter, name: string): boolean {
	let prevented = false;
	emitter.emit(name, {
		preventDefault: () => {
			prevented = true;
		},
	});
	return prevented;
}

class FakeApp extends EventEmitter {
	get isPackaged() {
		return fake.packaged;
	}
	requestSingleInstanceLock = (data: unknown) => {
		fake.singleData = data;
		return fake.single;
	};
	whenReady = () => Promise.resolve();
	enableSandbox = () => {
		fake.sandboxed = true;
	};
	getPath = () => fake.userData;
	getLocale = () => fake.locale;
	disableHardwareAcceleration = () => {
		fake.hardware = false;
	};
	commandLine = {
		appendSwitch: (name: string, value?: string) => fake.switches.push(value === undefined ? name : `${name}=${value}`),
	};
	relaunch = () => {
		fake.relaunched += 1;
	};
	/** As Electron does: asks first, then closes the windows, and is gone when none objected. */
	quit = () => {
		if (isPrevented(this, 'before-quit') || fake.windows.some((window) => !window.close())) return;
		fake.quits += 1;
	};
}
export const app = new FakeApp() as unknown as typeof Electron.app;

export class FakeContents extends EventEmitter {
	url = '';
	sent: unknown[][] = [];
	/** Ports that were handed to the page. */
	ports: FakePort[] = [];
	zoom = 1;
	openHandler: (() => unknown) | null = null;
	constructor() {
		super();
		fake.contents.push(this);
		(app as unknown as EventEmitter).emit('web-contents-created', {}, this);
	}
	getURL = () => this.url;
	send = (...sent: unknown[]) => this.sent.push(sent);
	postMessage = (_channel: string, _message: unknown, ports: FakePort[]) => this.ports.push(...ports);
	setWindowOpenHandler = (handler: () => unknown) => {
		this.openHandler = handler;
	};
	setZoomFactor = (factor: number) => {
		this.zoom = factor;
	};
	printed: unknown[] = [];
	print = (options: unknown) => void this.printed.push(options);
	reloads = 0;
	reload = () => {
		this.reloads += 1;
	};
}

export class FakeWindow extends EventEmitter {
	webContents = new FakeContents();
	maximized = false;
	shown = false;
	progress = -1;
	readonly options: Electron.BrowserWindowConstructorOptions;
	constructor(options: Electron.BrowserWindowConstructorOptions) {
		super();
		this.options = options;
		fake.windows.push(this);
	}
	loadURL = (url: string) => {
		this.webContents.url = url;
		setImmediate(() => this.webContents.emit('did-finish-load'));
		return Promise.resolve();
	};
	maximize = () => {
		this.maximized = true;
	};
	isMaximized = () => this.maximized;
	minimized = false;
	isMinimized = () => this.minimized;
	restore = () => {
		this.minimized = false;
	};
	show = () => {
		this.shown = true;
	};
	focus = () => undefined;
	setProgressBar = (progress: number) => {
		this.progress = progress;
	};
	/** False when somebody objected. */
	close = () => {
		if (isPrevented(this, 'close')) return false;
		fake.windows = fake.windows.filter((window) => window !== this);
		return true;
	};
	/** Where somebody moved it; null: where it was opened. */
	movedTo: Electron.Rectangle | null = null;
	getBounds = () => this.movedTo ?? this.getNormalBounds();
	getNormalBounds = () => ({ x: 10, y: 20, width: this.options.width ?? 0, height: this.options.height ?? 0 });
}
export const BrowserWindow = FakeWindow as unknown as typeof Electron.BrowserWindow;

const nextAnswer = () => fake.answers.shift();
export const dialog = {
	showErrorBox: (title: string, text: string) => fake.boxes.push({ title, text }),
	showOpenDialog: () => Promise.resolve(nextAnswer()),
	showSaveDialog: () => Promise.resolve(nextAnswer()),
	showMessageBox: (...given: unknown[]) => {
		fake.asked.push(given.at(-1) as Electron.MessageBoxOptions);
		return Promise.resolve(nextAnswer());
	},
	showMessageBoxSync: (...given: unknown[]) => {
		fake.asked.push(given.at(-1) as Electron.MessageBoxOptions);
		return nextAnswer();
	},
};

class FakeIpcMain extends EventEmitter {
	handle = (channel: string, handler: (...args: never[]) => unknown) => void fake.handled.set(channel, handler);
}
export const ipcMain = new FakeIpcMain();

class FakeSession extends EventEmitter {
	setPermissionRequestHandler = (handler: unknown) => {
		fake.permission.request = handler;
	};
	setPermissionCheckHandler = (handler: unknown) => {
		fake.permission.check = handler;
	};
	setDevicePermissionHandler = (handler: unknown) => {
		fake.permission.device = handler;
	};
}
export const session = { defaultSession: new FakeSession() };

export const protocol = {
	registerSchemesAsPrivileged: (schemes: unknown[]) => fake.schemes.push(...schemes),
	handle: (scheme: string, handler: (request: Request) => Response) => void fake.protocols.set(scheme, handler),
};

export const Menu = {
	buildFromTemplate: (template: unknown) => template,
	setApplicationMenu: (menu: unknown) => {
		fake.menu = menu;
	},
};
export const nativeImage = {
	createFromPath: (file: string) => ({ isEmpty: () => !existsSync(file), resize: (size: unknown) => size }),
};
export class Tray extends EventEmitter {
	toolTip = '';
	menu: unknown = null;
	constructor() {
		super();
		fake.trays.push(this);
	}
	setToolTip = (text: string) => {
		this.toolTip = text;
	};
	setContextMenu = (menu: unknown) => {
		this.menu = menu;
	};
}
export class Notification extends EventEmitter {
	static isSupported = () => true;
	readonly options: Electron.NotificationConstructorOptions;
	constructor(options: Electron.NotificationConstructorOptions) {
		super();
		this.options = options;
	}
	show = () => fake.notifications.push(this);
}
export const crashReporter = {
	start: (options: Electron.CrashReporterStartOptions) => void fake.crashReports.push(options),
};
class FakeScreen extends EventEmitter {
	getAllDisplays = () => fake.displays;
	/** The one that its middle is on. */
	getDisplayMatching = ({ x, width }: Electron.Rectangle) =>
		fake.displays.find(({ workArea }) => x + width / 2 < workArea.x + workArea.width) ?? fake.displays[0];
}
export const screen = new FakeScreen();
export const desktopCapturer = { getSources: () => Promise.resolve(fake.screens) };
export const shell = { showItemInFolder: (file: string) => void fake.revealed.push(file) };
export const powerSaveBlocker = {
	start: () => {
		const id = fake.blockers.size + 1;
		fake.blockers.add(id);
		return id;
	},
	stop: (id: number) => fake.blockers.delete(id),
};
export const safeStorage = {
	isAsyncEncryptionAvailable: () => Promise.resolve(true),
	getSelectedStorageBackend: () => fake.backend,
	encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`sealed:${text}`)),
	decryptStringAsync: (bytes: Buffer) => {
		const text = bytes.toString();
		if (!text.startsWith('sealed:')) return Promise.reject(new Error('another key ring'));
		return Promise.resolve({ result: text.slice(7), shouldReEncrypt: false });
	},
};

/** MessagePortMain: Node's port, with Electron's event shape. */
export class FakePort extends EventEmitter {
	readonly port: MessagePort;
	constructor(port: MessagePort) {
		super();
		this.port = port;
		port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
		port.on('close', () => this.emit('close'));
	}
	start = () => this.port.start();
	postMessage = (message: unknown) => this.port.postMessage(message);
	close = () => this.port.close();
}
export class MessageChannelMain {
	port1: FakePort;
	port2: FakePort;
	constructor() {
		const { port1, port2 } = new MessageChannel();
		this.port1 = new FakePort(port1);
		this.port2 = new FakePort(port2);
	}
}

export class FakeUtilityProcess extends EventEmitter {
	readonly worker: Worker;
	readonly options: { readonly execArgv?: readonly string[] };
	constructor(program: string, options: FakeUtilityProcess['options'] = {}) {
		super();
		this.options = options;
		const url = fileURLToPath(new URL('./parent-port-worker.mjs', import.meta.url));
		this.worker = new Worker(url, { workerData: { program } });
		this.worker.on('message', (message: unknown) => this.emit('message', message));
		this.worker.on('exit', (code) => this.emit('exit', code));
		fake.children.push(this);
	}
	postMessage = (message: unknown, ports: FakePort[] = []) => {
		const real = ports.map(({ port }) => port);
		for (const port of real) port.removeAllListeners();
		this.worker.postMessage({ message, ports: real }, real);
	};
	kill = () => {
		void this.worker.terminate();
		return true;
	};
}
export const utilityProcess = {
	fork: (program: string, _arguments?: readonly string[], options?: FakeUtilityProcess['options']) =>
		new FakeUtilityProcess(program, options),
};
