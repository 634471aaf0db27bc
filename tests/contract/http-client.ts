import { type Client, createClient } from '../../contract/client.ts';
import { httpTransport } from '../../renderer/engine/http-transport.ts';

/** The page's own client against a running server, with the little that a browser adds: the cookie and the origin. */
export async function httpClient(url: string): Promise<Client> {
	const { origin, hash } = new URL(url);
	const token = new URLSearchParams(hash.slice(1)).get('token');
	const signedIn = await fetch(`${origin}/session`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin },
		body: JSON.stringify({ token }),
	});
	const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
	const asBrowser: typeof fetch = (input, init) =>
		fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), origin, cookie } });
	return createClient(httpTransport({ base: origin, fetch: asBrowser, onState: () => undefined, retryMs: [10, 50] }));
}
