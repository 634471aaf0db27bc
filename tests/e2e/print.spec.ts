import { expect, test } from './app.ts';
import { ELECTRON_BIN } from './hosts/electron-host.ts';

test.skip(ELECTRON_BIN !== undefined, 'paper is made by the browser under test');

test('on paper the dry run is black on white and whole: its digest, every command and effect, what is missing', async ({
	states,
}) => {
	const { page } = states;
	await states.open('/plan/new?suites=demo', { theme: 'dark' });
	await expect(page.getByRole('tab', { name: '将运行 9' })).toBeVisible();
	const digest = page.getByText('ab'.repeat(32));
	await expect(digest).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(digest).toBeVisible();
	for (const heading of ['将运行', '不适用', '影响与还原', '缺失'])
		await expect(page.locator('h2', { hasText: new RegExp(`^${heading}$`, 'u') })).toBeVisible();
	for (const text of ["dpkg --info '/srv/pkg/demo 3.2.1.deb'", '需要 rpm，本机为 deb。', 'assets/tool.tar.gz'])
		await expect(page.getByText(text).first()).toBeVisible();
	const [ink, paper] = await page
		.locator('.plan-tabs')
		.evaluate((panel) => [getComputedStyle(panel).color, getComputedStyle(panel).backgroundColor]);
	expect([ink, paper]).toEqual(['rgb(27, 36, 48)', 'rgb(255, 255, 255)']);
	await page.emulateMedia({ media: 'screen' });
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
