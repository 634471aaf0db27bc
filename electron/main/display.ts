import { type BrowserWindow, screen } from 'electron';

/** The display that a window is on, by its id and size: with another resolution it is another sight. */
export function displayOf(window: BrowserWindow): string {
	const { id, size } = screen.getDisplayMatching(window.getBounds());
	return `${id} ${size.width}x${size.height}`;
}

/** Tells when the window has come to another display, or its own has another resolution. */
export function watchDisplay(window: BrowserWindow, tell: (name: string) => void): void {
	let known = displayOf(window);
	const look = () => {
		const now = displayOf(window);
		if (now === known) return;
		known = now;
		tell(now);
	};
	// On Linux nothing says that a move is over.
	window.on('move', look);
	screen.on('display-metrics-changed', look);
	screen.on('display-removed', look);
	window.on('closed', () => {
		screen.off('display-metrics-changed', look);
		screen.off('display-removed', look);
	});
}
