import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';

test('a suite says before any plan what each case changes, what restores it, and where it reaches', async ({
	states,
}) => {
	const { page } = states;
	await states.open('/suites/demo');
	await page.getByRole('tab', { name: '影响与还原' }).click();
	const table = page.getByRole('group', { name: '影响与还原' });
	const row = (name: RegExp) => table.getByRole('row').filter({ hasText: name });
	await expect(row(/第 1 个用例/u)).toContainText('软件包：有改动');
	await expect(row(/第 1 个用例/u)).toContainText('dpkg --purge demo');
	await expect(row(/第 3 个用例/u)).toContainText('没有还原步骤');
	await expect(row(/第 4 个用例/u)).toContainText('之后自动继续，无需还原');
	const targets = page.getByRole('region', { name: '网络目标' });
	await expect(targets.getByRole('listitem').filter({ hasText: '172.16.0.9' })).toContainText('不在');
	await expect(targets.getByRole('listitem').filter({ hasText: '${params.server}' })).toContainText('生成计划时确定');
	expect(await violationsOf(page)).toEqual([]);
});
