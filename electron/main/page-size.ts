import { readFileSync } from 'node:fs';
import { dialog } from 'electron';
import type { windowTexts } from './window-texts.ts';

const AT_PAGESZ = 6n;
const LARGEST_THAT_WORKS = 16 * 1024;

/** Warns where Electron is known to fail, before a window hangs without a word; true when it may go on. */
export async function acceptsPageSize(text: ReturnType<typeof windowTexts>, size = pageSize()): Promise<boolean> {
	if (size === null || !isPageTooLarge(size) || process.env.SHIPEI_IGNORE_PAGE_SIZE === '1') return true;
	const { response } = await dialog.showMessageBox({
		type: 'warning',
		message: text('pageSizeTitle', { size: size / 1024 }),
		detail: text('pageSizeDetail'),
		buttons: [text('quit'), text('continueAnyway')],
		defaultId: 0,
		cancelId: 0,
	});
	return response === 1;
}

/** The kernel's page size in bytes, from the auxiliary vector (getauxval(3)); null where it cannot be read. */
export function pageSize(auxiliaryVector = '/proc/self/auxv'): number | null {
	try {
		const bytes = readFileSync(auxiliaryVector);
		for (let at = 0; at + 16 <= bytes.length; at += 16) {
			if (bytes.readBigUInt64LE(at) === AT_PAGESZ) return Number(bytes.readBigUInt64LE(at + 8));
		}
		return null;
	} catch {
		return null;
	}
}

/** Whether Electron is known to crash or hang here (electron/electron#30948, #48583). */
export function isPageTooLarge(size: number | null): boolean {
	return size !== null && size > LARGEST_THAT_WORKS;
}
