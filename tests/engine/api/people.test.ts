import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../../contract/client.ts';
import type { HostProfile } from '../../../contract/host.ts';
import type { ManualAnswer } from '../../../contract/run.ts';
import { correctionsFor } from '../../../engine/api/host-corrections.ts';
import { openEngine } from '../../../engine/index.ts';
import { openStore } from '../../../engine/store/index.ts';

// What only people know or decide: kept beside what the machine found, with who and why, and never instead of it.
const SUITES = fileURLToPath(new URL('../../e2e/suites', import.meta.url));

let dataDirectory: string;
let engine: Awaited<ReturnType<typeof openEngine>>;
let client: Client;
let run: string;

beforeAll(async () => {
	dataDirectory = await mkdtemp(join(tmpdir(), 'shipei-people-'));
	await cp(SUITES, join(dataDirectory, 'suites'), { recursive: true });
	engine = await openEngine({ dataDirectory });
	client = engine.client;
	({ run } = await client.call('run.start', { suites: ['office-demo'] }));
	await untilAsking();
});

afterAll(async () => {
	await engine.close('test ended');
	await rm(dataDirectory, { recursive: true, force: true });
});

it('a correction is added with person and reason; what was detected stays as it is', async () => {
	const before = await client.call('host.current', {});
	const given = { profile: before?.evidence ?? '', field: 'os.name', value: '麒麟', by: '王工', reason: '发行说明' };
	await client.call('host.correct', given);
	await client.call('host.correct', { ...given, value: '统信', reason: '重新核对' });
	const kept = await client.call('host.corrections', {});
	expect(kept.map(({ value, by, reason }) => [value, by, reason])).toEqual([
		['麒麟', '王工', '发行说明'],
		['统信', '王工', '重新核对'],
	]);
	expect(kept.at(-1)).toMatchObject({ detected: before?.profile.os.name.value });
	expect(await client.call('host.current', {})).toEqual(before);
	expect(await client.call('audit.verify', {})).toMatchObject({ intact: true });
});

it('the newest correction of a field is among the facts of a report, until the machine says something else', async () => {
	const store = openStore({ directory: await mkdtemp(join(dataDirectory, 'corrections-')) });
	const profile = (await client.call('host.current', {}))?.profile as HostProfile;
	const correct = (field: string, detected: unknown, value: string) =>
		store.append({ type: 'host.corrected', profile: 'p', field, detected, value, by: '王工', reason: '铭牌' });
	correct('memory.total', profile.memory.total.value, '16 GiB');
	correct('memory.total', profile.memory.total.value, '32 GiB');
	correct('os.name', 'what it said before an upgrade', '麒麟');
	correct('cpu.nothing', null, 'x');
	expect(correctionsFor(store, profile)).toMatchObject([
		{
			field: 'memory.total',
			detected: String(profile.memory.total.value),
			value: '32 GiB',
			by: '王工',
			sensitive: false,
		},
	]);
	store.close();
});

it('a correction of a field that the profile does not have, without a person or without a reason is refused', async () => {
	const profile = (await client.call('host.current', {}))?.evidence ?? '';
	const given = { profile, field: 'os.name', value: 'x', by: '王工', reason: 'r' };
	await expect(client.call('host.correct', { ...given, field: 'os.colour' })).rejects.toMatchObject({
		code: 'host.no-field',
	});
	await expect(client.call('host.correct', { ...given, field: 'os' })).rejects.toMatchObject({
		code: 'host.no-field',
	});
	await expect(client.call('host.correct', { ...given, by: ' ' })).rejects.toThrow();
	await expect(client.call('host.correct', { ...given, reason: '' })).rejects.toThrow();
	await expect(client.call('host.correct', { ...given, profile: 'ab'.repeat(32) })).rejects.toMatchObject({
		code: 'store.no-host',
	});
});

it('a doubted case keeps its result', async () => {
	const key = 'office-demo/libraries';
	const before = await client.call('run.case', { run, key });
	await client.call('case.doubt', { run, key, by: '李工', reason: '脚本只认一种发行版' });
	expect(await client.call('case.doubts', { run, key })).toMatchObject([{ by: '李工', reason: '脚本只认一种发行版' }]);
	expect(await client.call('case.doubts', { run, key: 'office-demo/starts' })).toEqual([]);
	expect(await client.call('run.case', { run, key })).toEqual(before);
	await expect(client.call('case.doubt', { run, key: 'no/case', by: 'x', reason: 'y' })).rejects.toMatchObject({
		code: 'store.no-case',
	});
});

it('times are learned from cases that ran, and not from what a person took', async () => {
	const { cases } = await client.call('plan.make', { suites: ['office-demo'] });
	expect(cases.map(({ key, estimatedSeconds }) => [key, estimatedSeconds === null])).toEqual([
		['office-demo/starts', false],
		['office-demo/libraries', false],
		['office-demo/looks-right', true],
	]);
});

it('a suite is listed with the times that its cases took here, and says of how many', async () => {
	const { suites: ran } = await client.call('run.show', { run });
	const listed = (await client.call('suite.list', {})).find(({ id }) => id === ran[0]?.id);
	expect(listed).toMatchObject({ learnedCases: 2 });
	const { cases } = await client.call('plan.make', { suites: ['office-demo'] });
	const learned = cases.reduce((total, { estimatedSeconds }) => total + (estimatedSeconds ?? 0), 0);
	expect(listed?.estimatedSeconds).toBeCloseTo(learned, 9);
	expect(await client.call('suite.show', { suite: 'office-demo' })).toMatchObject({ learnedCases: 2 });
});

it('where the laboratory wants a witness, a manual result needs a second person, and the witness is kept', async () => {
	await client.call('settings.change', { name: 'manual.witnessed', value: true });
	const place = { run, key: 'office-demo/looks-right', step: await askingStep(), by: '王工' };
	const answer: ManualAnswer = { expected: 0, verdict: 'notApplicable', actual: '', comment: '无界面', evidence: [] };
	for (const witness of [undefined, '', '王工 ']) {
		const answers = [witness === undefined ? answer : { ...answer, witness }];
		await expect(client.call('run.answer', { ...place, answers })).rejects.toMatchObject({
			code: 'run.witness-missing',
		});
	}
	const result = await client.call('run.answer', { ...place, answers: [{ ...answer, witness: '李工' }] });
	expect(result.answers[0]?.answers[0]).toMatchObject({ witness: '李工', comment: '无界面' });
});

async function untilAsking(): Promise<void> {
	for (let tries = 0; tries < 600; tries += 1) {
		const { cases } = await client.call('run.show', { run });
		if (cases.some((entry) => entry.state === 'asking') && cases.every((entry) => entry.state !== 'waiting')) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('the manual step was never asked');
}

async function askingStep(): Promise<string> {
	const plan = await client.call('run.plan', { run });
	return plan.cases.find(({ key }) => key === 'office-demo/looks-right')?.steps[0]?.id ?? '';
}
