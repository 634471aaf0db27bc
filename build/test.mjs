// `npm test`: builds what tests look at, then checks, tests and the browser's end-to-end specs, and one closing line.
// Many tests wait for processes rather than compute, so the checks and then the browser run beside them; what they say
// comes when they are done.
// What a machine lacks (a browser, an apt tool, the shared dumps) is skipped by name, never silently.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const OUT = 'node_modules/.cache/test';
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const counts = { passed: 0, failed: 0, skipped: 0 };
const skippedTitles = [];
const failedTitles = [];

await step('build', ['node', 'build/build.mjs']);
const unit = join(OUT, 'vitest.json');
const browser = resolve(OUT, 'playwright.json');
await Promise.all([
	run(['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`]),
	checksThenBrowser(),
]);
countVitest(unit);
countPlaywright(browser);

if (skippedTitles.length > 0)
	console.log(`\nskipped here:\n${skippedTitles.map((title) => `  – ${title}`).join('\n')}\n`);
// The last lines are what a reader of a cut log has.
if (failedTitles.length > 0) console.log(`\nfailed:\n${failedTitles.map((title) => `  ✗ ${title}`).join('\n')}\n`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;

async function checksThenBrowser() {
	await step('checks', ['node', 'build/check.mjs'], { quiet: true });
	await run(['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'], {
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browser },
		quiet: true,
	});
}

// A step that counts as one test.
async function step(name, argv, options) {
	const code = await run(argv, options);
	if (code === 0) counts.passed += 1;
	else {
		counts.failed += 1;
		failedTitles.push(`${name} ended with ${code}`);
	}
}

// `quiet`: what it says comes in one piece at its end, not between the lines of what runs beside it.
function run([command, ...args], { env = {}, quiet = false } = {}) {
	const program = command === 'node' ? process.execPath : `node_modules/.bin/${command}`;
	const output = quiet ? 'pipe' : 'inherit';
	const child = spawn(program, args, { stdio: ['ignore', output, output], env: { ...process.env, ...env } });
	const said = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => said.push(piece));
	return new Promise((resolve) => {
		child.on('close', (code, signal) => {
			process.stdout.write(Buffer.concat(said));
			resolve(code ?? signal);
		});
	});
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
	failedTitles.push(...broken.map((suite) => `${suite.name} could not be run`));
	for (const test of report.testResults.flatMap((suite) => suite.assertionResults)) {
		if (test.status === 'failed') failedTitles.push(test.fullName);
		else if (test.status !== 'passed') skippedTitles.push(test.fullName);
	}
}

function countPlaywright(file) {
	const report = read(file, 'playwright');
	if (report === null) return;
	counts.passed += report.stats.expected + report.stats.flaky;
	counts.failed += report.stats.unexpected + report.errors.length;
	counts.skipped += report.stats.skipped;
	failedTitles.push(...report.errors.map((error) => `browser: ${error.message}`));
	for (const suite of report.suites) collectTitles(suite, '');
}

function collectTitles(suite, path) {
	const title = `${path}${suite.title} › `;
	for (const spec of suite.specs ?? []) {
		const test = spec.tests.find((entry) => entry.status === 'skipped');
		if (!spec.ok) failedTitles.push(`${title}${spec.title}`);
		else if (test !== undefined)
			skippedTitles.push(
				`${title}${spec.title} (${test.annotations.map((note) => note.description ?? note.type).join('; ')})`,
			);
	}
	for (const inner of suite.suites ?? []) collectTitles(inner, title);
}

function read(file, name) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		failedTitles.push(`${name} left no report`);
		counts.failed += 1;
		return null;
	}
}
