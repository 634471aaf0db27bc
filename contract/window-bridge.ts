import type { ShellMethodName } from './shell.ts';

/** Name of the preload's bridge on `window`. */
export const WINDOW_BRIDGE = 'shipeiWindow';

/** All that the preload exposes. */
export interface WindowBridge {
	/**
	 * Has main post a MessagePort to this window, as a message that {@link isPortMessage} knows. Main posts another one
	 * unasked when the engine is back after a crash, and {@link isGoneMessage} when it crashed.
	 */
	askForPort(): void;
	/** One call of the shell table; answers as dispatch does. */
	call(method: ShellMethodName, input: unknown): Promise<unknown>;
	/** Where a dropped or chosen file lies. */
	pathOf(file: unknown): string;
	/** Main asks the page to open a route ("/verify?file=…"): a known deep link, an opened .xcr, a menu entry. */
	onRoute(listener: (route: string) => void): () => void;
	/** The window came to another display; its name is that of shell.display. */
	onDisplay(listener: (name: string) => void): () => void;
}

export const portMessage = { kind: 'shipei.port' } as const;
export const goneMessage = { kind: 'shipei.gone' } as const;

export function isPortMessage(data: unknown): boolean {
	return isKind(data, portMessage.kind);
}

export function isGoneMessage(data: unknown): boolean {
	return isKind(data, goneMessage.kind);
}

function isKind(data: unknown, kind: string): boolean {
	return data !== null && typeof data === 'object' && 'kind' in data && data.kind === kind;
}
