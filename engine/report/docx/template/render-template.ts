import { patchDocument } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { steadyZip } from '../../archive/steady-zip.ts';
import type { Context } from '../../content/context.ts';
import type { ReportContent } from '../../content/report-content.ts';
import { steadyIds } from '../steady-ids.ts';
import { checkTemplate } from './check-template.ts';
import { placeholders } from './placeholders.ts';

/** The report in the lab's own DOCX: every {{name}} is replaced, everything else of the template stays. */
export async function renderTemplate(
	template: Uint8Array,
	content: ReportContent,
	context: Context,
): Promise<Uint8Array> {
	const used = await checkTemplate(template);
	const patches = placeholders(content, context);
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
