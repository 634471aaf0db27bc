import { expect, test } from './app.ts';
import { violationsOf } from './axe.ts';

for (const [theme, language, words] of [
	['light', 'zh', ['的报告等待审核', '的报告等待批准', '去审核']],
	['dark', 'en', ['the report waits for its review', 'the report waits for its approval', 'Review']],
] as const) {
	test(`the overview leads to the reports that wait for who sits here, and to nobody else’s, ${theme}`, async ({
		states,
	}) => {
		const { page } = states;
		const [review, approval, button] = words;
		await states.open('/', { theme, language, person: '赵工' });
		const unfinished = page.getByRole('region', { name: language === 'zh' ? '未完成的工作' : 'Unfinished work' });
		await expect(unfinished.getByText(approval)).toHaveCount(1);
		await expect(unfinished.getByText(review)).toHaveCount(1);
		expect(await violationsOf(page)).toEqual([]);
		await unfinished.getByRole('button', { name: button, exact: true }).click();
		await expect(page).toHaveURL(/dddd\?review=1/u);
		await expect(page.locator('summary:focus')).toBeVisible();
		expect(await violationsOf(page)).toEqual([]);
		await states.open('/', { theme, language, person: '王工' });
		await expect(unfinished.getByRole('link', { name: /2/u })).toHaveAttribute('href', '#/reports?s=signed,reviewed');
		await expect(unfinished.getByText(review)).toHaveCount(0);
		await unfinished.getByRole('link', { name: /2/u }).click();
		await expect(page.locator('[role="row"][data-index]')).toHaveCount(2);
	});
}

test('what was typed for a manual step already is named where it goes on', async ({ states }) => {
	await states.open('/');
	const line = states.page.getByRole('listitem').filter({ hasText: '草稿' });
	await expect(line).toContainText('王工');
	await line.getByRole('button', { name: '继续填写' }).click();
	await expect(states.page).toHaveURL(/\/runs\/run-live\/manual\?case=demo%2Fcase-8/u);
	const second = states.page.getByRole('region', { name: '预期结果 2' });
	await expect(second.getByLabel('实际结果')).toHaveValue('页边距略有不同');
	await expect(second.getByRole('radio', { name: '带条件通过' })).toBeChecked();
});
