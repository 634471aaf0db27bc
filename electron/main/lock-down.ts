import { app, session, type WebContents } from 'electron';
import { PAGE_ORIGIN } from './page-protocol.ts';

/** What evidence of manual steps needs, and nothing else. */
const PERMISSIONS = new Set(['media', 'clipboard-read', 'clipboard-sanitized-write', 'notifications']);

/** Closes every way out of the page: other addresses, new windows, embedded guests, permissions, downloads. */
export function lockDown(): void {
	app.on('web-contents-created', (_event, contents) => lockContents(contents));
	const own = session.defaultSession;
	own.setPermissionRequestHandler((contents, permission, answer) =>
		answer(isOurs(contents) && PERMISSIONS.has(permission)),
	);
	own.setPermissionCheckHandler((contents, permission) => isOurs(contents) && PERMISSIONS.has(permission));
	own.setDevicePermissionHandler(() => false);
	own.on('will-download', (event) => event.preventDefault());
}

function lockContents(contents: WebContents): void {
	contents.on('will-navigate', (event) => event.preventDefault());
	contents.on('will-redirect', (event) => event.preventDefault());
	contents.on('will-attach-webview', (event) => event.preventDefault());
	contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function isOurs(contents: WebContents | null): boolean {
	return contents !== null && isPage(contents.getURL());
}

/** Whether an address is our page. */
export function isPage(url: string): boolean {
	return URL.canParse(url) && new URL(url).origin === new URL(PAGE_ORIGIN).origin && url.startsWith(`${PAGE_ORIGIN}/`);
}
