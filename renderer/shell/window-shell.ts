import type { Answer } from '../../contract/dispatch.ts';
import { fromErrorAnswer } from '../../contract/errors.ts';
import type { ShellInput, ShellMethodName, ShellOutput } from '../../contract/shell.ts';
import type { WindowBridge } from '../../contract/window-bridge.ts';
import type { PageShell } from './page-shell.ts';
import { windowDisplay } from './window-display.ts';

/** The desktop window: real dialogs, paths instead of copies, the machine's own screen. */
export function windowShell(bridge: WindowBridge): PageShell {
	const call = async <Name extends ShellMethodName>(
		name: Name,
		input: ShellInput<Name>,
	): Promise<ShellOutput<Name>> => {
		const answer = (await bridge.call(name, input)) as Answer;
		if (!answer.ok) throw fromErrorAnswer(answer.error);
		return answer.value as ShellOutput<Name>;
	};
	return {
		kind: 'window',
		async placeForFile(name, title) {
			const file = await call('shell.chooseSaveFile', { name, title });
			return file === null ? null : { file, deliver: () => void call('shell.reveal', { file }) };
		},
		bringFile: (file) => Promise.resolve(bridge.pathOf(file)),
		chooseDirectory: (title) => call('shell.chooseDirectory', { title }),
		async captureScreen() {
			const { base64, mediaType } = await call('shell.captureScreen', {});
			return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: mediaType });
		},
		saveEvidence: (sha256, name) => void call('shell.saveEvidence', { sha256, name }),
		saveReport: (_reportId, file) => void call('shell.reveal', { file }),
		keyRing: {
			read: (name) => call('shell.readSecret', { name }),
			keep: async (name, secret) => (await call('shell.keepSecret', { name, secret })).kept,
		},
		notify: (title, body) => void call('shell.notify', { title, body }),
		setZoom: (percent) => void call('shell.zoom', { percent }),
		display: windowDisplay(() => call('shell.display', {}), bridge.onDisplay),
		print: () => void call('shell.print', {}),
		onRoute: (listener) => bridge.onRoute(listener),
	};
}
