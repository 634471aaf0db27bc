import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy, NONCE_MARK, PERMISSIONS_POLICY } from '../../contract/page-policy.ts';

const SCHEME = 'shipei-app';
/** The page's own origin; nothing else is ever loaded. */
export const PAGE_ORIGIN = `${SCHEME}://app`;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
};

/** Before the app is ready: our scheme is as good as https, and unlike file:// it has an origin. */
export function announceScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
	]);
}

/** Serves the built page from a table read once: no path is ever joined with what a request says. */
export function servePage(directory: string): void {
	const files = readPage(directory);
	protocol.handle(SCHEME, (request) => answer(files, new URL(request.url)));
}

function answer(files: ReadonlyMap<string, Buffer>, url: URL): Response {
	const name = url.pathname === '/' ? '/index.html' : url.pathname;
	const bytes = files.get(name);
	const mediaType = MEDIA_TYPES[extname(name)];
	if (url.host !== 'app' || bytes === undefined || mediaType === undefined) return new Response(null, { status: 404 });
	const nonce = randomBytes(16).toString('base64');
	const body = name === '/index.html' ? bytes.toString('utf8').replaceAll(NONCE_MARK, nonce) : new Uint8Array(bytes);
	return new Response(body, {
		headers: {
			'content-type': mediaType,
			'content-security-policy': contentSecurityPolicy(nonce),
			'permissions-policy': PERMISSIONS_POLICY,
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store',
		},
	});
}

function readPage(directory: string): ReadonlyMap<string, Buffer> {
	const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return new Map(
		entries.map((entry) => {
			const file = join(entry.parentPath, entry.name);
			return [`/${relative(directory, file).split(sep).join('/')}`, readFileSync(file)];
		}),
	);
}
