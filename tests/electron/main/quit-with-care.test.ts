import { expect, it } from 'vitest';
import { quitWithCare } from '../../../electron/main/quit-with-care.ts';
import { openWindow } from '../../../electron/main/window.ts';
import { windowTexts } from '../../../electron/main/window-texts.ts';
import { app, fake } from '../fake-electron.ts';

it('interrupts what runs only when the person says so, closes the engine once, and is gone', async () => {
	const window = openWindow({ preload: '/preload.cjs', icon: '/icon.png' });
	let closed: () => void = () => undefined;
	let closings = 0;
	const closeEngine = () => {
		closings += 1;
		return new Promise<void>((resolve) => {
			closed = resolve;
		});
	};
	quitWithCare({ window, isRunning: () => true, closeEngine, text: windowTexts('en') });
	const [stay, quitNow] = [0, 1];
	fake.answers.push(stay);
	window.close();
	expect([closings, fake.quits]).toEqual([0, 0]);

	fake.answers.push(quitNow);
	app.quit();
	// While the engine closes nobody is asked again, and nothing ends before it.
	app.quit();
	window.close();
	expect([closings, fake.quits, fake.asked.length]).toEqual([1, 0, 2]);
	closed();
	await expect.poll(() => fake.quits).toBe(1);
	expect(fake.windows).toEqual([]);
});
