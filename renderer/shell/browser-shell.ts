import { browserDisplay } from './browser-display.ts';
import { captureTab } from './capture-tab.ts';
import type { PageShell } from './page-shell.ts';

const PART = 8 * 1024 * 1024;

/** The browser: files travel through the server's transfer folder, pictures come from the browser's own capture. */
export function browserShell(): PageShell {
	return {
		kind: 'browser',
		async placeForFile(name) {
			const { id, file } = await createTransfer(name);
			return { file, deliver: () => download(`/files/${id}`) };
		},
		bringFile,
		chooseDirectory: () => Promise.resolve(null),
		captureScreen: captureTab,
		saveEvidence: (sha256, name) => download(`/evidence/${sha256}?name=${encodeURIComponent(name)}`),
		saveReport: (reportId) => download(`/reports/${encodeURIComponent(reportId)}`),
		keyRing: null,
		notify: showNotification,
		setZoom(percent) {
			const { style } = document.documentElement;
			style.zoom = String(percent / 100);
			style.setProperty('--page-zoom', String(percent / 100));
		},
		display: browserDisplay(window),
		print: () => window.print(),
		onRoute: () => () => undefined,
	};
}

async function bringFile(file: File, onProgress?: (share: number) => void): Promise<string> {
	const transfer = await createTransfer(file.name === '' ? 'file' : file.name);
	for (let at = 0; at < file.size || at === 0; at += PART) {
		const response = await fetch(`/files/${transfer.id}?at=${at}`, {
			method: 'PUT',
			headers: { 'content-type': 'application/octet-stream' },
			body: file.slice(at, at + PART),
		});
		if (!response.ok) throw new Error(`status ${response.status}`);
		onProgress?.(Math.min(1, (at + PART) / Math.max(1, file.size)));
	}
	return transfer.file;
}

async function createTransfer(name: string): Promise<{ id: string; file: string }> {
	const response = await fetch('/files', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ name }),
	});
	if (!response.ok) throw new Error(`status ${response.status}`);
	return (await response.json()) as { id: string; file: string };
}

function download(address: string): void {
	const link = document.createElement('a');
	link.href = address;
	link.download = '';
	link.click();
}

function showNotification(title: string, body: string): void {
	if (!('Notification' in window) || Notification.permission !== 'granted') return;
	new Notification(title, { body });
}
