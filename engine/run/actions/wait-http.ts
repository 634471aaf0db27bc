import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { type Action, failed, PASSED } from './action.ts';

const TRY_EVERY_MS = 200;
const TRY_FOR_MS = 5000;
const MOST_BYTES = 4 * 1024 * 1024;

interface Answer {
	readonly status: number;
	readonly body: string;
}

/** Passes as soon as the address answers with the status and text asked for. A certificate may be self-signed. */
export const waitForHttp: Action<'wait.http'> = async ({ url, status, contains, seconds }, { signal }) => {
	const until = performance.now() + seconds * 1000;
	let last = '';
	while (!signal.aborted) {
		const answer = await ask(url, signal);
		if (typeof answer !== 'string' && answer.status === status && answer.body.includes(contains ?? '')) return PASSED;
		last = typeof answer === 'string' ? answer : `${answer.status} ${answer.body.slice(0, 200)}`.trim();
		if (performance.now() >= until) break;
		await pause(TRY_EVERY_MS, undefined, { signal }).catch(() => undefined);
	}
	const expected = contains === undefined ? String(status) : `${status}, “${contains}”`;
	const text = {
		zh: `${seconds} 秒内 ${url} 未给出预期的应答。`,
		en: `${url} did not give the expected answer within ${seconds} s.`,
	};
	return failed('http', text, expected, last);
};

function ask(url: string, signal: AbortSignal): Promise<Answer | string> {
	return new Promise((resolve) => {
		const failedWith = (error: Error) => resolve('code' in error ? String(error.code) : error.message);
		const options = { signal: AbortSignal.any([signal, AbortSignal.timeout(TRY_FOR_MS)]) };
		const request = url.startsWith('https:')
			? secure(url, { ...options, rejectUnauthorized: false })
			: plain(url, options);
		request.on('error', failedWith);
		request.on('response', (response) => {
			const chunks: Buffer[] = [];
			let size = 0;
			response.on('error', failedWith);
			response.on('data', (chunk: Buffer) => {
				size += chunk.length;
				if (size <= MOST_BYTES) chunks.push(chunk);
			});
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
			);
		});
		request.end();
	});
}
