import { type FileChild, type IPatch, type ParagraphChild, PatchType } from 'docx';
import type { Context } from '../../content/context.ts';
import { classification } from '../../content/front-matter.ts';
import type { ReportContent } from '../../content/report-content.ts';
import { signatureState } from '../../content/signature-cells.ts';
import { SIGNATURE_ROLES } from '../../document.ts';
import { itemName, ORDER_TYPE_WORDS, reportNumber } from '../../facts/naming.ts';
import { issuedOn, signatureOf } from '../../facts/signatures.ts';
import { clip } from '../../text/clip.ts';
import { day } from '../../text/dates.ts';
import { sectionChildren } from '../blocks.ts';
import { codeImage, forestChildren, signatureTable } from '../front-pages.ts';
import { HEI, paragraph, textRuns } from '../runs.ts';
import { factsTable } from '../tables.ts';

/** Everything that may stand between {{ }} in a lab's template, by name; docs/report-template.md lists the same names. */
export function placeholders(content: ReportContent, context: Context): Record<string, IPatch> {
	return { ...textPlaceholders(content, context), ...blockPlaceholders(content, context) };
}

/** Short texts that take on the look of the place where they stand. */
export function placeholderTexts(content: ReportContent, context: Context): Record<string, string> {
	const { document, predicate, order, language, say } = context;
	const item = itemName(predicate);
	const { summary } = predicate.host;
	const issued = issuedOn(document);
	return {
		'report.title': content.title,
		'report.number': reportNumber(document),
		'report.id': document.reportId,
		'report.classification': classification(context) || '—',
		'report.copy': content.running.copy || '—',
		'report.issuedOn': issued === null ? '—' : day(issued, language),
		'report.draft': content.draftMark ?? '',
		'report.verdict': content.summary.verdict.text,
		'report.counts': content.summary.counts,
		'report.end': content.endMark,
		'product.name': item.name,
		'product.version': item.version || '—',
		'product.vendor': item.maker || '—',
		'product.category': predicate.product?.category ?? '—',
		'order.type': order.type === undefined ? '—' : say(ORDER_TYPE_WORDS[order.type]),
		'order.location': order.location ?? '—',
		'customer.name': order.customer?.name ?? '—',
		'customer.address': order.customer?.address ?? '—',
		'customer.contact': order.customer?.contact ?? '—',
		manufacturer: order.manufacturer ?? (item.maker || '—'),
		'lab.name': order.lab?.name ?? predicate.operator.orgName,
		'lab.address': order.lab?.address ?? '—',
		'lab.phone': order.lab?.phone ?? '—',
		'sample.id': order.sample?.id ?? '—',
		'sample.condition': order.sample?.condition ?? '—',
		'sample.receivedOn': order.sample?.receivedOn === undefined ? '—' : day(order.sample.receivedOn, language),
		'test.startedOn': day(predicate.startedOn, language),
		'test.finishedOn': day(predicate.finishedOn, language),
		'host.cpu': [summary.cpuVendor, summary.cpuModel].filter(Boolean).join(' ') || '—',
		'host.os': [summary.osName, summary.osVersion].filter(Boolean).join(' ') || '—',
		'host.kernel': summary.kernel ?? '—',
		'host.arch': summary.arch ?? '—',
		...signatureTexts(context),
	};
}

function signatureTexts({ document, language, say }: Context): Record<string, string> {
	return Object.fromEntries(
		SIGNATURE_ROLES.flatMap((role) => {
			const signature = signatureOf(document, role);
			const signedOn = signature?.signedOn ?? null;
			const state = signature === null ? say({ zh: '未签署', en: 'Not signed' }) : signatureState(say, signature).text;
			return [
				[`${role}.name`, signature?.name ?? '—'],
				[`${role}.date`, signedOn === null ? '—' : day(signedOn, language)],
				[`${role}.keyid`, signature?.keyid ?? '—'],
				[`${role}.state`, state],
			];
		}),
	);
}

/** Characters that a text placeholder may bring into one line of a template. */
const TEXT_LIMIT = 300;

function textPlaceholders(content: ReportContent, context: Context): Record<string, IPatch> {
	const runs = (text: string): readonly ParagraphChild[] => textRuns(clip(text, TEXT_LIMIT, content.language), {});
	return Object.fromEntries(
		Object.entries(placeholderTexts(content, context)).map(([name, text]) => [
			name,
			{ type: PatchType.PARAGRAPH, children: runs(text) },
		]),
	);
}

/** Whole tables and sections: they replace the paragraph in which their placeholder stands alone. */
function blockPlaceholders(content: ReportContent, { say }: Context): Record<string, IPatch> {
	const supplied = say({ zh: '（委托方提供）', en: '(supplied by the customer)' });
	const { summary, declaration } = content;
	const sections = content.sections.map((section) => [
		`section.${section.id.slice(1)}`,
		sectionChildren(section, supplied),
	]);
	const appendices = content.appendices.map((section) => [
		`appendix.${section.id.slice(1)}`,
		sectionChildren(section, supplied),
	]);
	const children: Record<string, FileChild[]> = {
		...Object.fromEntries(sections),
		...Object.fromEntries(appendices),
		sections: content.sections.flatMap((section) => sectionChildren(section, supplied)),
		appendices: content.appendices.flatMap((section) => sectionChildren(section, supplied)),
		'summary.facts': [factsTable(summary.facts, supplied)],
		'summary.forest': summary.forest === null ? [] : forestChildren(summary.forest),
		'summary.signatures': [signatureTable(summary.signatures)],
		declaration: [
			...numbered(declaration.items),
			...(declaration.added === null
				? []
				: [paragraph(declaration.added.title, { font: HEI, bold: true }), ...numbered(declaration.added.items)]),
		],
	};
	const blocks = Object.entries(children).map(([name, list]): [string, IPatch] => [
		name,
		{ type: PatchType.DOCUMENT, children: list },
	]);
	return {
		...Object.fromEntries(blocks),
		'report.code': { type: PatchType.PARAGRAPH, children: [codeImage(summary.code)] },
	};
}

function numbered(items: readonly string[]): FileChild[] {
	return items.map((item, index) => paragraph(`${index + 1}. ${item}`));
}
