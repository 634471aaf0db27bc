import { expect, test } from 'vitest';
import { aboutMethods } from '../../contract/methods/about-methods.ts';
import { hostMethods } from '../../contract/methods/host-methods.ts';
import { keyMethods } from '../../contract/methods/key-methods.ts';
import { reportMethods } from '../../contract/methods/report-methods.ts';
import { reviewMethods } from '../../contract/methods/review-methods.ts';
import { runMethods } from '../../contract/methods/run-methods.ts';
import { suiteMethods } from '../../contract/methods/suite-methods.ts';
import { trustMethods } from '../../contract/methods/trust-methods.ts';
import { methodNames, methodOf } from '../../contract/methods.ts';

const parts = [
	aboutMethods,
	hostMethods,
	suiteMethods,
	runMethods,
	keyMethods,
	reportMethods,
	reviewMethods,
	trustMethods,
];
const rows = Object.assign({}, ...parts) as Record<string, unknown>;

test('every row is found by its name', async () => {
	for (const [name, row] of Object.entries(rows)) expect(await methodOf(name), name).toBe(row);
});

test('the names are those of all rows, each once', async () => {
	expect([...(await methodNames())].sort()).toEqual(Object.keys(rows).sort());
});

test('a name of no row finds nothing, whatever it is called', async () => {
	for (const name of [
		'',
		'host',
		'host.',
		'host.toString',
		'__proto__.x',
		'constructor',
		'key.list.more',
		'Host.detect',
	])
		expect(await methodOf(name), name).toBeUndefined();
});
