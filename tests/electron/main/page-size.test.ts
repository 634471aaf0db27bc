import { afterEach, expect, it, vi } from 'vitest';
import { acceptsPageSize, isPageTooLarge, pageSize } from '../../../electron/main/page-size.ts';
import { windowTexts } from '../../../electron/main/window-texts.ts';
import { fake } from '../fake-electron.ts';

const text = windowTexts('zh-CN');
const LARGE = 65_536;
afterEach(() => vi.unstubAllEnvs());

it('is read from the auxiliary vector of this process', () => {
	expect(pageSize()).toBe(4096);
	expect(pageSize('/nonexistent')).toBeNull();
});

it('is too large from 64 KB on', () => {
	expect([4096, 16_384, LARGE, null].map((size) => isPageTooLarge(size))).toEqual([false, false, true, false]);
});

it('is warned of before a window hangs without a word; only who insists goes on', async () => {
	fake.answers.push({ response: 0 }, { response: 1 });
	expect(await acceptsPageSize(text, LARGE)).toBe(false);
	expect(await acceptsPageSize(text, LARGE)).toBe(true);
	expect(fake.asked[0]).toMatchObject({ message: '此系统的内存页为 64 KB', defaultId: 0, cancelId: 0 });
});

it('is passed over where it is small, unknown, or the person said so before', async () => {
	const count = fake.asked.length;
	vi.stubEnv('SHIPEI_IGNORE_PAGE_SIZE', '1');
	expect(await Promise.all([4096, null, LARGE].map((size) => acceptsPageSize(text, size)))).toEqual([true, true, true]);
	expect(fake.asked).toHaveLength(count);
});
