import { patchDetector } from 'docx';
import { unzipSync } from 'fflate';
import { ShipeiError } from '../../../../contract/errors.ts';
import { PLACEHOLDER_NAMES } from './placeholder-names.ts';

/** Larger files are no templates. */
export const LARGEST_TEMPLATE = 20 * 1024 * 1024;
const LARGEST_UNPACKED = 200 * 1024 * 1024;

/**
 * The names that a template uses. A name that does not exist is refused, so that no report leaves the lab with a
 * {{misspelt}} field. Errors: report.templateUnreadable, report.templatePlaceholder.
 */
export async function checkTemplate(template: Uint8Array): Promise<readonly string[]> {
	assertDocx(template);
	const used = await detect(template);
	const unknown = used.filter((name) => !PLACEHOLDER_NAMES.has(name));
	if (unknown.length > 0) {
		throw new ShipeiError('report.templatePlaceholder', { names: unknown.slice(0, 20).join(', ') });
	}
	return used;
}

function assertDocx(template: Uint8Array): void {
	if (template.length > LARGEST_TEMPLATE) {
		throw new ShipeiError('report.templateUnreadable', {
			problem: `${template.length} bytes, at most ${LARGEST_TEMPLATE}`,
		});
	}
	let unpacked = 0;
	let found = false;
	try {
		unzipSync(template, {
			filter: ({ name, originalSize }) => {
				unpacked += originalSize;
				found ||= name === 'word/document.xml';
				return false;
			},
		});
	} catch (error) {
		throw new ShipeiError('report.templateUnreadable', { problem: 'not a ZIP file' }, { cause: error });
	}
	if (!found || unpacked > LARGEST_UNPACKED) {
		const problem = found ? `${unpacked} bytes unpacked, at most ${LARGEST_UNPACKED}` : 'no word/document.xml';
		throw new ShipeiError('report.templateUnreadable', { problem });
	}
}

async function detect(template: Uint8Array): Promise<readonly string[]> {
	try {
		return await patchDetector({ data: template, trimPlaceholders: true });
	} catch (error) {
		const problem = error instanceof Error ? error.message.slice(0, 200) : String(error);
		throw new ShipeiError('report.templateUnreadable', { problem }, { cause: error });
	}
}
