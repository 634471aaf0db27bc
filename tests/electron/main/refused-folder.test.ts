import { expect, it } from 'vitest';
import { ShipeiError, toErrorAnswer } from '../../../contract/errors.ts';
import { askAboutRefusal } from '../../../electron/main/refused-folder.ts';
import { openWindow } from '../../../electron/main/window.ts';
import { fake } from '../fake-electron.ts';

it('names who holds the data folder, in the language of the system, and tries again or ends', async () => {
	const window = openWindow({ preload: '/preload.cjs', icon: '/icon.png' });
	const error = toErrorAnswer(new ShipeiError('store.locked', { directory: '/data', pid: 4711, since: '08:00' }));
	let tries = 0;
	const ask = () => askAboutRefusal(window, error, () => (tries += 1));
	fake.locale = 'zh-CN';
	fake.answers.push({ response: 0 });
	await ask();
	expect(fake.asked.at(-1)).toMatchObject({
		message: '无法打开数据目录',
		detail: expect.stringContaining('进程号 4711'),
	});
	expect([tries, fake.quits]).toEqual([1, 0]);
	fake.answers.push({ response: 1 });
	await ask();
	expect([tries, fake.quits]).toEqual([1, 1]);
});
