import { ShipeiError } from '../../contract/errors.ts';
import type { Checked, Handlers } from '../../contract/methods.ts';
import type { ReportEvidence } from '../../contract/report.ts';
import type { TrustState } from '../../contract/trust.ts';
import type { VerifyOptions } from '../bundle/index.ts';
import type { RenderOptions, ReportDocument } from '../report/index.ts';
import { type Dress, type Dressed, undressed } from './dressed.ts';
import { readTemplate } from './lab-files.ts';
import { readTrustFile } from './trust-file.ts';
import { createWatchedWork } from './watched-work.ts';
import { writeDocument } from './write-document.ts';

type Calls = Pick<
	Handlers,
	'bundle.verify' | 'report.render' | 'report.preview' | 'report.stop' | 'report.exampleTemplate'
>;

/** Which trust list counts, and where it comes from; empty for none. */
type Trusting = Pick<VerifyOptions, 'trust' | 'trustOrigin'>;

// Larger pieces of evidence are only listed.
const LARGEST_PRINTED = 8 * 1024 * 1024;

/**
 * What is done with a bundle file alone: no network, and no data folder but for `installed`, the trust list in force there,
 * which counts where a call brings none. `verify` and `render` judge alike.
 */
export function reportFileCalls(
	installed: () => TrustState | null = () => null,
	renderings = createWatchedWork('report.stopped'),
	dress: Dress = undressed,
): Calls {
	const trusting = async (given?: string): Promise<Trusting> => {
		if (given !== undefined) return { trust: await readTrustFile(given), trustOrigin: 'given' };
		const trust = installed();
		return trust === null ? {} : { trust, trustOrigin: 'installed' };
	};
	return {
		async 'bundle.verify'({ file, trust, policy }) {
			const { verifyBundle } = await import('../bundle/index.ts');
			return verifyBundle(file, { ...(await trusting(trust)), ...(policy !== undefined && { policy }) });
		},
		async 'report.render'(request) {
			const document = await documentOfFile(fileOf(request), await trusting(request.trust));
			const dressed = await dress(document, false);
			return renderings.watch(request.watch, (watching) => render(dressed, request, watching));
		},
		'report.stop': ({ watch }) => ({ stopped: renderings.stop(watch) }),
		async 'report.preview'(request) {
			const document = await documentOfFile(fileOf(request), await trusting());
			return { html: await previewOf(await dress(document, false), request.language) };
		},
		async 'report.exampleTemplate'({ out, language }) {
			const { exampleReportTemplate } = await import('../report/index.ts');
			return writeDocument(out, await exampleReportTemplate(language));
		},
	};
}

export async function render(
	{ document, template }: Dressed,
	request: Checked<'report.render'>,
	watching: Pick<RenderOptions, 'watching'>,
): Promise<{ file: string; size: number }> {
	const { renderReport } = await import('../report/index.ts');
	return writeDocument(request.out, await renderReport(document, { ...optionsOf(request, template), ...watching }));
}

export async function previewOf({ document }: Dressed, language: 'zh' | 'en'): Promise<string> {
	const { renderReport } = await import('../report/index.ts');
	return Buffer.from(await renderReport(document, { format: 'html', language })).toString('utf8');
}

/** A bundle that proves itself. Errors: bundle.invalid, bundle.not-readable. */
export async function openBundleFile(file: string, trusting: Trusting = {}) {
	const { readBundle } = await import('../bundle/index.ts');
	const { verification, bundle } = await readBundle(file, trusting);
	if (bundle !== null && verification.verdict !== 'invalid') return { verification, bundle };
	const failed = verification.checks.find(({ outcome }) => outcome === 'failed');
	throw new ShipeiError('bundle.invalid', { check: failed?.id ?? '', detail: failed?.detail.en ?? '' });
}

async function documentOfFile(file: string, trusting: Trusting): Promise<ReportDocument> {
	const [{ findBlobs }, { signedDocument }] = await Promise.all([
		import('../bundle/index.ts'),
		import('./report-document.ts'),
	]);
	const { verification, bundle } = await openBundleFile(file, trusting);
	const { statement } = bundle.report;
	const wanted = statement.predicate.evidence.filter(isPrinted);
	const printed = new Map<string, Uint8Array>();
	const blobs = wanted.length === 0 ? null : await findBlobs(file);
	for (const { digest } of wanted)
		if (blobs !== null) printed.set(digest.sha256, await collect(blobs.open(digest.sha256)));
	return signedDocument(statement, verification, (sha256) => printed.get(sha256) ?? null);
}

// Pictures, and what the sections on the machine and on the plan are made from.
function isPrinted({ mediaType, role, size, withheld }: ReportEvidence): boolean {
	const shown = mediaType.startsWith('image/') || role === 'inventory' || role === 'config';
	return shown && size <= LARGEST_PRINTED && withheld === undefined;
}

function optionsOf(request: Checked<'report.render'>, ofLab: Dressed['template']): RenderOptions {
	const { format, language, copy, embedFonts, theme } = request;
	const template = format === 'docx' ? templateOf(request, ofLab) : undefined;
	const [number, of] = (copy ?? '').split('/').map(Number);
	return {
		format,
		language,
		...(template !== undefined && { template }),
		...(embedFonts !== undefined && { embedFonts }),
		...(theme !== undefined && { theme }),
		...(number !== undefined && of !== undefined && { copy: { number, of } }),
	};
}

// Named for this document, else the lab's, unless the program's own layout is asked for.
function templateOf({ template, builtIn }: Checked<'report.render'>, ofLab: Dressed['template']) {
	if (template !== undefined) return readTemplate(template);
	return builtIn === true ? undefined : ofLab?.();
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	return Buffer.concat(await Array.fromAsync(chunks));
}

function fileOf({ file }: { readonly file?: string | undefined }): string {
	if (file === undefined) throw new ShipeiError('call.bad-input', { method: 'report.render', problems: 'file' });
	return file;
}
