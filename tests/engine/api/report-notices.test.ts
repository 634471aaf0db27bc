import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine } from '../../../engine/index.ts';

const MANIFEST = `schema: shipei.suite/1
id: untidy
version: 1.0.0
title: {zh: 未收拾, en: Untidy}
category: machine
cases:
  - id: leaves
    title: {zh: 留下东西, en: Leaves something}
    steps: [{run: ['true']}]
    cleanup: [{run: ['false']}]
  - id: tidy
    title: {zh: 收拾干净, en: Tidy}
    steps: [{run: ['true']}]
`;

let dataDirectory: string;
let engine: Awaited<ReturnType<typeof openEngine>>;

beforeAll(async () => {
	dataDirectory = await mkdtemp(join(tmpdir(), 'shipei-notices-'));
	mkdirSync(join(dataDirectory, 'suites/untidy'), { recursive: true });
	writeFileSync(join(dataDirectory, 'suites/untidy/suite.yaml'), MANIFEST);
	engine = await openEngine({ dataDirectory });
});

afterAll(async () => {
	await engine.close('test ended');
	await rm(dataDirectory, { recursive: true, force: true });
});

/** Names of the evidence in the report of a run of these cases, and the bytes of the signed file. */
async function reportOf(only: string) {
	const { client } = engine;
	const { run } = await client.call('run.start', { suites: ['untidy'], only: [only] });
	while ((await client.call('run.show', { run })).state !== 'ended') await new Promise((next) => setTimeout(next, 20));
	const out = join(dataDirectory, `${run}.json`);
	await client.call('report.render', { run, format: 'json', out, language: 'en' });
	return await readFile(out, 'utf8');
}

it('what had to be said during a run is evidence of its report; where nothing was, there is none', async () => {
	expect(await reportOf('untidy/leaves')).toContain('"run-notices.json"');
	expect(await reportOf('untidy/tidy')).not.toContain('run-notices.json');
});
