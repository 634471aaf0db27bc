import { basename } from 'node:path';
import { ShipeiError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { Logo } from '../../contract/settings.ts';
import type { Store } from '../store/index.ts';
import { readAtMost } from './read-at-most.ts';

type Calls = Pick<Handlers, 'report.logo' | 'report.template'>;

const LARGEST_LOGO = 1024 * 1024;
const LARGEST_TEMPLATE = 20 * 1024 * 1024;
const LEAST_PIXELS = 16;
const MOST_PIXELS = 4000;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The files that a laboratory gives once for all its documents. Each is looked into before anything is kept. */
export function labFileCalls({ store, now }: { readonly store: Store; readonly now: () => Date }): Calls {
	return {
		async 'report.logo'({ file, by }) {
			if (file === undefined) return takeAway(store, 'report.logo', by);
			const { bytes, ...picture } = await readLogo(file);
			const meta = { name: basename(file), mediaType: `image/${picture.type}` };
			const logo: Logo = { ...keep(store, meta, bytes, now()), ...picture };
			store.append({ type: 'settings.changed', name: 'report.logo', value: logo, by });
			return logo;
		},
		async 'report.template'({ file, by }) {
			if (file === undefined) return takeAway(store, 'report.template', by);
			const { checkReportTemplate } = await import('../report/index.ts');
			const bytes = readTemplate(file);
			await checkReportTemplate(bytes);
			const template = keep(store, { name: basename(file), mediaType: DOCX }, bytes, now());
			store.append({ type: 'settings.changed', name: 'report.template', value: template, by });
			return template;
		},
	};
}

/** A template for one document, or for all of them. */
export function readTemplate(file: string): Uint8Array {
	const read = readAtMost(file, LARGEST_TEMPLATE);
	if (read.bytes !== null) return read.bytes;
	const problem = `${read.size} bytes, at most ${LARGEST_TEMPLATE}`;
	throw new ShipeiError('report.templateUnreadable', { problem });
}

/**
 * PNG and JPEG only. An SVG is a program as much as a picture (scripts, links, fonts of the reader), and PDF, DOCX and HTML
 * would each draw it differently, or not at all in an old office; a PNG is the same everywhere.
 */
async function readLogo(file: string) {
	const { readPicture } = await import('../report/index.ts');
	const read = readAtMost(file, LARGEST_LOGO);
	if (read.bytes === null)
		throw new ShipeiError('settings.logo-size', { file, size: read.size, largest: LARGEST_LOGO });
	const { bytes } = read;
	const found = kindOf(bytes);
	if (found !== 'PNG' && found !== 'JPEG') throw new ShipeiError('settings.logo-kind', { file, found });
	const picture = readPicture(bytes);
	if (picture === null) throw new ShipeiError('settings.logo-broken', { file, found });
	const { width, height } = picture;
	if ([width, height].some((side) => side < LEAST_PIXELS || side > MOST_PIXELS))
		throw new ShipeiError('settings.logo-pixels', { width, height, least: LEAST_PIXELS, most: MOST_PIXELS });
	return { ...picture, bytes };
}

function kindOf(bytes: Uint8Array): string {
	const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
	const known = KINDS.find(([, looks]) => looks.test(start));
	return known?.[0] ?? (start === '' ? '∅' : `0x${Buffer.from(bytes.subarray(0, 8)).toString('hex')}`);
}

const KINDS: readonly (readonly [string, RegExp])[] = [
	['PNG', /^\x89PNG\r\n\x1a\n/u],
	['JPEG', /^\xff\xd8\xff/u],
	['GIF', /^GIF8/u],
	['WebP', /^RIFF....WEBP/su],
	['BMP', /^BM/u],
	['PDF', /^%PDF/u],
	['SVG', /<svg|<!DOCTYPE svg|^\s*<\?xml/u],
];

function keep(store: Store, meta: { readonly name: string; readonly mediaType: string }, bytes: Uint8Array, at: Date) {
	const on = at.toISOString();
	const evidence = store.keepEvidence({ ...meta, role: 'other', source: 'file', capturedOn: on }, { bytes });
	// On record as evidence, so that whoever tidies up or backs up knows that these bytes are wanted.
	store.append({ type: 'evidence.added', evidence });
	return { name: meta.name, sha256: evidence.digest.sha256, size: evidence.size, on };
}

function takeAway(store: Store, name: 'report.logo' | 'report.template', by: string): null {
	store.append({ type: 'settings.changed', name, value: null, by });
	return null;
}
