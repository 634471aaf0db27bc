import { app, session, type WebContents } from 'electron';
import { PAGE_ORIGIN } from './page-protocol.ts';

/** What the page needs: copying reasons, telling of ended runs, filling the screen. The camera is asked about below. */
const PERMISSIONS = new Set(['clipboard-sanitized-write', 'notifications', 'fullscreen']);

/** Closes every way out of the page: other addresses, new windows, embedded guests, permissions, downloads. */
export function lockDown(): void {
	app.on('web-contents-created', (_event, contents) => lockContents(contents));
	const own = session.defaultSession;
	own.setPermissionRequestHandler((contents, permission, answer, details) => {
		const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
		answer(isOurs(contents) && isNeeded(permission, media));
	});
	own.setPermissionCheckHandler(
		(contents, permission, _origin, details) =>
			isOurs(contents) && isNeeded(permission, details.mediaType === undefined ? [] : [details.mediaType]),
	);
	own.setDevicePermissionHandler(() => false);
	own.on('will-download', (event) => event.preventDefault());
}

/** The camera takes pictures for manual steps; a microphone has no place in evidence. */
function isNeeded(permission: string, media: readonly string[]): boolean {
	if (permission === 'media') return media.length > 0 && media.every((kind) => kind === 'video');
	return PERMISSIONS.has(permission);
}

function lockContents(contents: WebContents): void {
	contents.on('will-frame-navigate', (event) => {
		// The page may load itself again; the report's preview is a sandboxed frame that the page itself fills.
		const ours = event.isMainFrame ? isPage(event.url) : event.url === 'about:srcdoc';
		if (!ours) event.preventDefault();
	});
	contents.on('will-redirect', (event) => event.preventDefault());
	contents.on('will-attach-webview', (event) => event.preventDefault());
	contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function isOurs(contents: WebContents | null): boolean {
	return contents !== null && isPage(contents.getURL());
}

/** Whether an address is our page. Not by URL.origin: Node knows none for a scheme of our own. */
export function isPage(url: string): boolean {
	return url.startsWith(`${PAGE_ORIGIN}/`);
}
