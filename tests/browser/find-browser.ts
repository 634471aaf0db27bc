import { existsSync } from 'node:fs';

export interface FoundBrowser {
	readonly executablePath: string;
	readonly args: string[];
}

const USUAL = ['--no-sandbox', '--force-color-profile=srgb'];

// The packaged browser has no GPU process and no zygote. The arguments that its package recommends besides (one process for
// all, no web security) are not a user's browser: cookies and origins behave differently there.
const PACKAGED = ['--no-zygote', '--in-process-gpu', '--use-gl=angle', '--use-angle=swiftshader'];

/** A Chromium on this machine: named in CHROMIUM_PATH, installed, or the one from npm. Null when there is none that can be unpacked. */
export async function findBrowser(): Promise<FoundBrowser | null> {
	const named = process.env['CHROMIUM_PATH'];
	if (named !== undefined && existsSync(named)) return { executablePath: named, args: USUAL };
	if (existsSync('/usr/bin/chromium')) return { executablePath: '/usr/bin/chromium', args: USUAL };
	// The npm package unpacks the libraries of a bare machine only when it believes to run there.
	process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
	try {
		const { default: packaged } = await import('@sparticuz/chromium');
		return { executablePath: await packaged.executablePath(), args: [...USUAL, ...PACKAGED] };
	} catch {
		// It is for x86-64 only.
		return null;
	}
}
