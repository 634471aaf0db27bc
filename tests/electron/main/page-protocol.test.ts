import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { announceScheme, PAGE_ORIGIN, servePage } from '../../../electron/main/page-protocol.ts';
import { fake } from '../fake-electron.ts';

describe('the page', () => {
	const ask = async (address: string) => {
		const [scheme] = fake.schemes as { scheme: string }[];
		const handler = fake.protocols.get(scheme?.scheme ?? '') as (request: { url: string }) => Response;
		return handler({ url: address });
	};
	beforeAll(() => {
		announceScheme();
		servePage(resolve('tests/fixtures/empty-page'));
	});

	it('comes from a scheme as good as https, with a policy that has no unsafe part and a fresh nonce each time', async () => {
		expect(fake.schemes).toEqual([
			{ scheme: 'shipei-app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
		]);
		const response = await ask(`${PAGE_ORIGIN}/`);
		expect(response.status).toBe(200);
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toContain('unsafe');
		expect((await ask(`${PAGE_ORIGIN}/`)).headers.get('content-security-policy')).not.toBe(policy);
	});

	it.each([
		'/nothing',
		'/../package.json',
		'/%2e%2e/package.json',
		'/..%2f..%2fpackage.json',
		'/..\\..\\package.json',
		'/index.html/',
		'//etc/passwd',
		'/%00index.html',
	])('%s is not part of it', async (path) => {
		expect((await ask(`${PAGE_ORIGIN}${path}`)).status).toBe(404);
	});

	it('is at one host only', async () => {
		expect((await ask('shipei-app://other/index.html')).status).toBe(404);
	});
});
