import { setTimeout as pause } from 'node:timers/promises';
import { test as base, expect } from 'playwright/test';
import type { EngineEvent, Fact } from '../../contract/events.ts';
import { type Emitter, startEmitting } from './hosts/emitting-host.ts';

// What a window costs a machine that is being measured: renders that change the document, and React's commits at all.
const RUN = 'run-live';
const KEY = 'demo/case-7';

const test = base.extend<{ engine: Emitter }>({
	engine: async ({ page }, use) => {
		await page.addInitScript(countCommits);
		await startEmitting(async (engine) => {
			await page.goto(engine.link);
			await page.locator('main h1').first().waitFor();
			await page.evaluate((hash) => {
				window.location.hash = hash;
			}, `#/runs/${RUN}`);
			await page.getByRole('grid', { name: '用例' }).waitFor();
			engine.emit(fact({ type: 'attempt.started', run: RUN, key: KEY, attempt: 2 } as Fact));
			await page.getByRole('log').waitFor();
			await use(engine);
		});
	},
});

let seq = 100;

function fact(stored: Fact): EngineEvent {
	seq += 1;
	return { kind: 'fact', stored: { seq, at: new Date().toISOString(), fact: stored, previous: '', hash: '' } };
}

function output(text: string): EngineEvent {
	return { kind: 'live', event: { type: 'live.output', run: RUN, key: KEY, step: 's', stream: 'stdout', text } };
}

function measuring(on: boolean): EngineEvent {
	return { kind: 'live', event: { type: 'live.measuring', run: RUN, key: KEY, measuring: on } };
}

/** Hundreds of events a second, of the kinds that a busy run makes. */
async function flood(engine: Emitter, rounds: number): Promise<void> {
	for (let round = 0; round < rounds; round += 1) {
		for (let line = 0; line < 20; line += 1) engine.emit(output(`line ${round}-${line}\n`));
		engine.emit(
			fact({
				type: 'measurement.recorded',
				run: RUN,
				key: `demo/case-${round % 8}`,
				attempt: 1,
				measurement: {},
			} as Fact),
		);
		engine.emit(
			fact({
				type: 'run.noticed',
				run: RUN,
				code: 'noise',
				text: { zh: `事件 ${round}`, en: `event ${round}` },
			} as Fact),
		);
		await pause(20);
	}
}

test('a flood of events makes at most ten renders in any second, and all of it is shown in the end', async ({
	page,
	engine,
}) => {
	await pause(1500);
	await page.evaluate(watchTheDocument);
	await flood(engine, 150);
	await expect(page.getByText('事件 149', { exact: true })).toBeVisible();
	const draws = await page.evaluate(() => window.draws);
	expect(draws.length).toBeGreaterThan(5);
	expect(mostInOneSecond(draws)).toBeLessThanOrEqual(10);
});

test('while a repetition is measured nothing is drawn, whatever arrives; afterwards everything is there', async ({
	page,
	engine,
}) => {
	engine.emit(output('before\n'));
	engine.emit(measuring(true));
	await expect(page.locator('[data-state="measuring"]')).toBeVisible();
	await expect(page.getByRole('log')).toContainText('before');
	await pause(1000);
	await page.evaluate(watchTheDocument);
	await flood(engine, 50);
	expect(await page.evaluate(() => [window.commits.length, window.draws.length])).toEqual([0, 0]);
	engine.emit(measuring(false));
	await expect(page.locator('[data-state="measuring"]')).toHaveCount(0);
	await expect(page.getByText('事件 49', { exact: true })).toBeVisible();
	await expect(page.getByRole('log')).toContainText('line 49-19');
});

test('between two repetitions the page shows what they came to, without a gap in which the bar would flicker', async ({
	page,
	engine,
}) => {
	engine.emit(measuring(true));
	await expect(page.locator('[data-state="measuring"]')).toBeVisible();
	await page.evaluate(watchTheDocument);
	for (let n = 1; n <= 6; n += 1) {
		engine.emit(measuring(false));
		engine.emit({
			kind: 'live',
			event: {
				type: 'live.figures',
				...{ run: RUN, key: KEY, metric: 'rate', unit: 'MB/s', n, median: 100, target: 0.02 },
				interval: n < 5 ? null : { low: 98.3, high: 101.7 },
				left: { about: 7 - n, most: 30 - n },
			},
		});
		engine.emit(measuring(true));
		await pause(150);
	}
	await expect(page.locator('[data-state="measuring"]')).toContainText('±1.7 %，目标 ±2 %');
	await expect(page.locator('[data-state="measuring"]')).toContainText('约还需 1 次（最多 24 次）');
	expect(await page.evaluate(() => window.bars)).toBe(0);
	expect(await page.evaluate(() => window.commits.length)).toBeLessThanOrEqual(8);
	await expect(page.locator('.sample-strip [data-band]')).toBeVisible();
});

declare global {
	interface Window {
		/** When React committed, milliseconds since the page began. */
		commits: number[];
		/** When the document changed: once a commit, which is then drawn. */
		draws: number[];
		/** How often the bar came or went. */
		bars: number;
	}
}

/** React tells development tools of every commit, in the production build too. Runs before the page. */
function countCommits(): void {
	window.commits = [];
	Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
		value: {
			isDisabled: false,
			supportsFiber: true,
			renderers: new Map(),
			inject: () => 1,
			onCommitFiberRoot: () => window.commits.push(performance.now()),
			onCommitFiberUnmount: () => undefined,
			onPostCommitFiberRoot: () => undefined,
			checkDCE: () => undefined,
		},
	});
}

/** Counts anew from here. Runs in the page. */
function watchTheDocument(): void {
	window.commits.splice(0);
	window.draws = [];
	window.bars = 0;
	const isBar = (node: Node) => node instanceof Element && node.matches('[data-state="measuring"]');
	new MutationObserver((records) => {
		window.draws.push(performance.now());
		for (const record of records)
			for (const node of [...record.addedNodes, ...record.removedNodes]) if (isBar(node)) window.bars += 1;
	}).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
}

function mostInOneSecond(times: readonly number[]): number {
	return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length));
}
