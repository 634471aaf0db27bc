import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isPage } from './lock-down.ts';

/** Only the top frame of our own page may speak to main. */
export function isTrusted({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
	return senderFrame !== null && senderFrame.parent === null && isPage(senderFrame.url);
}
