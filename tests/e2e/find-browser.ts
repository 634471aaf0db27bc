import { existsSync } from 'node:fs';

/** A Chromium on this machine: named, installed, or the one from npm. Null when there is none that can be unpacked. */
export async function findBrowser(): Promise<{ executablePath: string; args: string[] } | null> {
	const usual = ['--no-sandbox', '--force-color-profile=srgb'];
	const named = process.env['CHROMIUM_PATH'];
	if (named !== undefined && existsSync(named)) return { executablePath: named, args: usual };
	if (existsSync('/usr/bin/chromium')) return { executablePath: '/usr/bin/chromium', args: usual };
	// The npm package unpacks the libraries of a bare machine only when it believes to run there.
	process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
	try {
		const { default: chromium } = await import('@sparticuz/chromium');
		return { executablePath: await chromium.executablePath(), args: [...chromium.args, ...usual] };
	} catch {
		return null;
	}
}
