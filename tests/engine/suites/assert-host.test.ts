import { describe, expect, it } from 'vitest';
import { plainHost } from '../../../contract/host/plain-host.ts';
import { assertHost } from '../../../engine/suites/index.ts';
import { sampleHost } from './sample-host.ts';

const host = plainHost(sampleHost({ 'cpu.threads': 8, 'runtime.pageSize': 65536 }));
const given = (expression: string, more: object = {}) => ({ expression, unknown: 'skip' as const, ...more });

describe('An assertion about the host', () => {
	it('passes when it holds, with what was found', () => {
		expect(assertHost(given('host.cpu.threads == 8'), host)).toEqual({
			status: 'passed',
			found: 'host.cpu.threads = 8',
		});
	});

	it('fails when it does not hold, in the author’s words when there are any', () => {
		expect(assertHost(given('host.cpu.threads == 4'), host)).toMatchObject({
			status: 'failed',
			reason: { code: 'host', actual: 'host.cpu.threads = 8' },
		});
		const otherwise = { code: 'threads', text: { en: 'wrong' } };
		expect(assertHost(given('host.cpu.threads == 4', { otherwise }), host)).toMatchObject({
			reason: { code: 'threads', text: { en: 'wrong' } },
		});
	});

	it('decides nothing on a value that was not detected, not even by being unequal to something', () => {
		for (const expression of ['host.cpu.model == "x"', 'host.cpu.model != "x"', 'host.cpu.cores > 1']) {
			expect(assertHost(given(expression), host), expression).toMatchObject({
				status: 'skipped',
				skip: 'unsupported',
				reason: { code: 'host.unknown' },
			});
		}
		expect(assertHost(given('host.cpu.model == "x"', { unknown: 'fail' }), host)).toMatchObject({ status: 'failed' });
	});

	it('may ask itself whether a value is known', () => {
		expect(assertHost(given('host.cpu.model == null'), host)).toMatchObject({ status: 'passed' });
		expect(assertHost(given('host.cpu.model != null && host.cpu.model == "x"'), host)).toMatchObject({
			status: 'failed',
		});
	});

	it('sees the values that the plan gave along', () => {
		const scope = { params: { pageSize: 4096 } };
		expect(assertHost(given('host.runtime.pageSize == params.pageSize', { scope }), host)).toMatchObject({
			status: 'failed',
		});
	});

	it('errs when the expression cannot be worked out', () => {
		expect(assertHost(given('host.cpu.threads +'), host)).toMatchObject({ status: 'errored' });
		expect(assertHost(given('host.cpu.threads + "a" == 1'), host)).toMatchObject({ status: 'errored' });
	});
});
