import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewPredicate } from '../../contract/review.ts';
import { addReview, buildBundle, verifyBundle } from '../../engine/bundle/index.ts';
import { startBrowser } from '../browser/start-browser.ts';
import { folder } from '../engine/bundle/folder.ts';
import { sampleBlobs, sampleStatement } from '../engine/bundle/sample-report.ts';
import { makeTrustList, NOW, person, trusted, trustRoot } from '../engine/bundle/workshop.ts';

const root = join(import.meta.dirname, '..', '..');
const browser = await startBrowser();
const page = join(root, 'verifier', 'dist', 'index.html');

beforeAll(() => {
	const vite = join(root, 'node_modules', '.bin', 'vite');
	const built = spawnSync(vite, ['build', '--logLevel', 'error', '--config', 'verifier/vite.config.ts', 'verifier'], {
		cwd: root,
		encoding: 'utf8',
		timeout: 300_000,
	});
	if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
});
afterAll(() => browser?.close());

const [vendor, national, lab] = [person('张三'), person('张三', 'sm2-sm3'), person('李四', 'sm2-sm3')];

async function report(): Promise<{ dir: string; file: string }> {
	const dir = await folder();
	const file = join(dir, '报告.xcr');
	const signers = [vendor, national];
	await buildBundle({ statement: sampleStatement(), signers, blobs: sampleBlobs(), out: file });
	const review: ReviewPredicate = {
		...{ verifier: { id: '某测试中心' }, role: 'reviewer', timeCreated: '2026-11-21T01:00:00Z' },
		...{ properties: [], decision: 'approved', scope: [], reasons: [], opened: [] },
	};
	await addReview({ file, review, signers: [lab] });
	return { dir, file };
}

/** What the page shows: its verdict, and every check with its outcome. */
async function shown(view: Page) {
	await view.waitForSelector('[data-verdict]');
	return view.evaluate(() => ({
		verdict: document.querySelector<HTMLElement>('[data-verdict]')?.dataset.verdict,
		checks: [...document.querySelectorAll<HTMLElement>('tr[data-check]')].map((row) => [
			row.dataset.check,
			row.dataset.outcome,
		]),
	}));
}

describe('the verifier page', () => {
	it('is one file that asks for nothing else', async () => {
		const html = await readFile(page, 'utf8');
		expect(await readdir(join(root, 'verifier', 'dist'))).toEqual(['index.html']);
		expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]*\s(?:src|href)="(?!data:)/u);
		expect(html).toContain("default-src 'none'");
	});

	const titled = 'in a browser, from the disk, without network (skipped where no Chromium runs)';
	describe.skipIf(browser === undefined)(titled, () => {
		async function opened(): Promise<{ view: Page; problems: string[] }> {
			const context = await browser!.newContext({ locale: 'zh-CN', offline: true });
			const view = await context.newPage();
			const problems: string[] = [];
			view.on('pageerror', (error) => problems.push(error.message));
			view.on('console', (message) => {
				if (message.type() === 'error') problems.push(message.text());
			});
			await view.goto(pathToFileURL(page).href);
			return { view, problems };
		}

		it('gives the same answer as the command line, check by check', async () => {
			const { file } = await report();
			const { view, problems } = await opened();
			await view.setInputFiles('#file', file);
			const expected = await verifyBundle(file);
			const answer = await shown(view);
			expect(answer).toEqual({
				verdict: 'intact',
				checks: expected.checks.map(({ id, outcome }) => [id, outcome]),
			});
			const text = await view.textContent('.answer');
			expect(text).toContain(expected.reportId);
			expect(text).toContain('演示软件');
			expect(problems).toEqual([]);
			await view.close();
		});

		it('trusts and refuses by a trust list and a policy', async () => {
			const { dir, file } = await report();
			const keeper = person('root');
			const keys = [trusted(vendor, ['vendor'], { owner: '某软件有限公司' }), trusted(lab, ['lab'])];
			const list = await makeTrustList(trustRoot([keeper], keys, { issuedOn: NOW.toISOString() }), [keeper]);
			await writeFile(join(dir, 'trust.json'), list);
			const { view } = await opened();
			await view.setInputFiles('#trust', join(dir, 'trust.json'));
			await view.setInputFiles('#file', file);
			expect((await shown(view)).verdict).toBe('trusted');
			await view.selectOption('#policy', 'listed');
			expect((await shown(view)).verdict).toBe('trusted');
			await view.selectOption('#policy', 'national');
			expect((await shown(view)).verdict).toBe('refused');
			await view.close();
		});

		it('finds altered files and names the check that failed', async () => {
			const { dir, file } = await report();
			const bytes = await readFile(file);
			bytes[bytes.length - 1500] = (bytes[bytes.length - 1500] ?? 0) ^ 1;
			await writeFile(join(dir, 'altered.xcr'), bytes);
			await writeFile(join(dir, 'other.xcr'), '<script>document.title="x"</script>');
			const { view } = await opened();
			await view.setInputFiles('#file', join(dir, 'altered.xcr'));
			const answer = await shown(view);
			expect(answer.verdict).toBe('invalid');
			expect(answer.checks).toContainEqual(['evidence.digests', 'failed']);
			expect(await view.textContent('.failures')).toContain('证据摘要');
			expect(await view.textContent('.answer')).toContain('不可采信');
			await view.setInputFiles('#file', join(dir, 'other.xcr'));
			await view.waitForSelector('tr[data-check="container.format"][data-outcome="failed"]');
			await view.close();
		});

		it('takes a dropped file, and speaks both languages', async () => {
			const { file } = await report();
			const { view } = await opened();
			const content = (await readFile(file)).toString('base64');
			await view.evaluate((base64) => {
				const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
				const data = new DataTransfer();
				data.items.add(new File([bytes], 'dropped.xcr'));
				document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
			}, content);
			expect((await shown(view)).verdict).toBe('intact');
			expect(await view.textContent('.verdict')).toContain('完整');
			await view.click('#language');
			expect(await view.textContent('.verdict')).toContain('Intact');
			expect(await view.getAttribute('html', 'lang')).toBe('en');
			await view.close();
		});
	});
});
