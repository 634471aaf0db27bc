// What suites promise: fifty of them checked in a second, ten thousand steps planned in a second. Beside each figure the
// time that a bare reading of the same YAML (or a bare digest of the same plan) takes in the same process, since machines differ.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openSuites, planDigest } from '../engine/suites/index.ts';
import { sampleHost } from '../tests/engine/suites/sample-host.ts';

const PROMISED_MS = 1_000;
const folder = mkdtempSync(join(tmpdir(), 'shipei-bench-'));
let failed = 0;
try {
	await fiftySuites();
	await tenThousandSteps();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

async function fiftySuites(): Promise<void> {
	const directory = join(folder, 'fifty');
	const suites = openSuites({ directories: [{ directory, origin: 'lab' }] });
	const files = Array.from(
		{ length: 50 },
		(_, index) => suites.create(join(directory, `suite-${index}`)).files[0] ?? '',
	);
	const reference = await processorTime(() => files.map((file) => parse(readFileSync(file, 'utf8')) as unknown));
	report('50 suites checked', await processorTime(() => suites.check(directory)), reference, 'their YAML read');
	report('50 suites listed', await processorTime(() => suites.list()), reference, 'their YAML read');
}

async function tenThousandSteps(): Promise<void> {
	const directory = join(folder, 'long');
	mkdirSync(join(directory, 'long'), { recursive: true });
	writeFileSync(join(directory, 'long', 'suite.yaml'), manifest());
	const suites = openSuites({ directories: [{ directory, origin: 'lab' }] });
	const request = { suites: ['long'], params: {}, product: null, host: sampleHost() };
	suites.list();
	const plan = await suites.plan(request);
	const steps = plan.cases.flatMap((entry) => entry.steps).length;
	const reference = await processorTime(() => planDigest(plan));
	report(`${steps} steps planned`, await processorTime(() => suites.plan(request)), reference, 'its digest alone');
}

function manifest(): string {
	const cases = Array.from({ length: 2_000 }, (_, index) => {
		const needs = index === 0 ? '' : `, needs: [c${index - 1}]`;
		const steps = Array.from({ length: 5 }, (_, step) => `{run: [echo, "\${params.n}", c${index}-${step}]}`).join(', ');
		return `  - {id: c${index}, title: {zh: 题, en: T}${needs}, steps: [${steps}]}\n`;
	});
	const head = 'schema: shipei.suite/1\nid: long\nversion: 1.0.0\ntitle: {zh: 长, en: Long}\ncategory: os\n';
	return `${head}params: {n: {type: integer, default: 3, title: {zh: 数, en: N}}}\ncases:\n${cases.join('')}`;
}

/** Milliseconds of processor time: what else runs on the machine does not count. */
async function processorTime(work: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

function report(what: string, milliseconds: number, reference: number, of: string): void {
	const met = milliseconds <= PROMISED_MS;
	if (!met) failed += 1;
	const ratio = (milliseconds / reference).toFixed(1);
	console.log(`${met ? 'ok  ' : 'MISS'} ${what}: ${milliseconds.toFixed(0)} ms of ${PROMISED_MS} ms; ${ratio} × ${of}`);
}
