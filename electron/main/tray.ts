import { app, Menu, nativeImage, Tray } from 'electron';
import type { RunningState } from './running-state.ts';
import type { windowTexts } from './window-texts.ts';

/** A tray icon that says what runs; null where the icon is missing. Where a desktop has no tray it is simply not seen. */
export function createTray(options: {
	readonly icon: string;
	readonly text: ReturnType<typeof windowTexts>;
	readonly show: () => void;
}): ((state: RunningState) => void) | null {
	const image = nativeImage.createFromPath(options.icon);
	if (image.isEmpty()) return null;
	const tray = new Tray(image.resize({ width: 22, height: 22 }));
	tray.on('click', options.show);
	const update = (state: RunningState) => {
		const { done, total } = state;
		const line = state.run === null ? options.text('idle') : options.text('running', { done, total });
		tray.setToolTip(line);
		tray.setContextMenu(
			Menu.buildFromTemplate([
				{ label: line, enabled: false },
				{ type: 'separator' },
				{ label: options.text('show'), click: options.show },
				{ label: options.text('quit'), click: () => app.quit() },
			]),
		);
	};
	update({ run: null, done: 0, total: 0 });
	return update;
}
