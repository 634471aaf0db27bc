// `npm test`: builds what tests look at, then checks, tests and the browser's end-to-end specs, and one closing line.
// What a machine lacks (a browser, an apt tool, the shared dumps) is skipped by name, never silently.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const OUT = 'node_modules/.cache/test';
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const counts = { passed: 0, failed: 0, skipped: 0 };
const skippedTitles = [];

await step('build', ['node', 'build/build.mjs']);
await step('checks', ['node', 'build/check.mjs']);
const unit = join(OUT, 'vitest.json');
await run(['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`]);
countVitest(unit);
const browser = resolve(OUT, 'playwright.json');
await run(['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'], {
	PLAYWRIGHT_JSON_OUTPUT_FILE: browser,
});
countPlaywright(browser);

if (skippedTitles.length > 0)
	console.log(`\nskipped here:\n${skippedTitles.map((title) => `  – ${title}`).join('\n')}\n`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;

// A step that counts as one test.
async function step(name, argv) {
	const code = await run(argv);
	if (code === 0) counts.passed += 1;
	else {
		counts.failed += 1;
		console.log(`✗ ${name} ended with ${code}`);
	}
}

function run([command, ...args], env = {}) {
	const program = command === 'node' ? process.execPath : `node_modules/.bin/${command}`;
	const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
	return new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));
}

function countVitest(file) {
	const report = read(file, 'vitest');
	if (report === null) return;
	counts.passed += report.numPassedTests;
	// A file that could not be loaded has no failed test, but it failed.
	const broken = report.testResults.filter(
		(suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'),
	);
	counts.failed += report.numFailedTests + broken.length;
	counts.skipped += report.numPendingTests + report.numTodoTests;
	for (const suite of report.testResults) {
		for (const test of suite.assertionResults)
			if (test.status !== 'passed' && test.status !== 'failed') skippedTitles.push(test.fullName);
	}
}

function countPlaywright(file) {
	const report = read(file, 'playwright');
	if (report === null) return;
	counts.passed += report.stats.expected + report.stats.flaky;
	counts.failed += report.stats.unexpected + report.errors.length;
	counts.skipped += report.stats.skipped;
	for (const suite of report.suites) collectSkipped(suite, '');
}

function collectSkipped(suite, path) {
	const title = `${path}${suite.title} › `;
	for (const spec of suite.specs ?? []) {
		const test = spec.tests.find((entry) => entry.status === 'skipped');
		if (test !== undefined)
			skippedTitles.push(
				`${title}${spec.title} (${test.annotations.map((note) => note.description ?? note.type).join('; ')})`,
			);
	}
	for (const inner of suite.suites ?? []) collectSkipped(inner, title);
}

function read(file, name) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		console.log(`✗ ${name} left no report`);
		counts.failed += 1;
		return null;
	}
}
