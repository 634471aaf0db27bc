import { patchDetector, patchDocument } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ShipeiError } from '../../../../contract/errors.ts';
import { steadyZip } from '../../archive/steady-zip.ts';
import type { Context } from '../../content/context.ts';
import type { ReportContent } from '../../content/report-content.ts';
import { steadyIds } from '../steady-ids.ts';
import { placeholders } from './placeholders.ts';

/** Larger files are no templates. */
const LARGEST = 20 * 1024 * 1024;
const LARGEST_UNPACKED = 200 * 1024 * 1024;

/**
 * The report in the lab's own DOCX: every {{name}} is replaced, everything else of the template stays. A name that does
 * not exist is refused, so that no report leaves the lab with a {{misspelt}} field.
 */
export async function renderTemplate(
	template: Uint8Array,
	content: ReportContent,
	context: Context,
): Promise<Uint8Array> {
	checkTemplate(template);
	const patches = placeholders(content, context);
	const used = await detect(template);
	const unknown = used.filter((name) => !Object.hasOwn(patches, name));
	if (unknown.length > 0) {
		throw new ShipeiError('report.templatePlaceholder', { names: unknown.slice(0, 20).join(', ') });
	}
	const needed = Object.fromEntries(Object.entries(patches).filter(([name]) => used.includes(name)));
	const patched = await patchDocument({
		outputType: 'uint8array',
		data: template,
		patches: needed,
		keepOriginalStyles: true,
		recursive: true,
		trimPlaceholders: true,
	});
	const marked =
		content.draftMark === null || used.includes('report.draft') ? patched : withMark(patched, content.draftMark);
	return steadyZip(steadyIds(marked), content.createdOn);
}

function checkTemplate(template: Uint8Array): void {
	if (template.length > LARGEST) {
		throw new ShipeiError('report.templateUnreadable', { problem: `${template.length} bytes, at most ${LARGEST}` });
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

/** A template without {{report.draft}} must not turn a draft into a report: the mark then stands on top of every page. */
function withMark(file: Uint8Array, mark: string): Uint8Array {
	const entries = unzipSync(file);
	const look = '<w:rPr><w:b/><w:color w:val="B3261E"/><w:sz w:val="36"/></w:rPr>';
	const paragraph = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${look}<w:t>${mark}</w:t></w:r></w:p>`;
	for (const [name, bytes] of Object.entries(entries)) {
		if (/^word\/(?:document|header\d*)\.xml$/u.test(name)) {
			const marked = strFromU8(bytes).replace(/<w:body>|<w:hdr\b[^>]*>/u, `$&${paragraph}`);
			entries[name] = strToU8(marked);
		}
	}
	return zipSync(entries);
}
