import { expect, it } from 'vitest';
import { createWatchedWork } from '../../../engine/api/watched-work.ts';

it('a document that somebody watches announces its shares, and ends when it is stopped', async () => {
	const announced: unknown[] = [];
	const renderings = createWatchedWork('report.stopped', (watch, share) => announced.push({ watch, share }));
	const made = renderings.watch('watched-1', ({ watching }) => {
		watching?.onShare(0.25);
		return new Promise((_, fail) => {
			watching?.signal.addEventListener('abort', () => fail(watching.signal.reason));
		});
	});
	expect(announced).toEqual([{ watch: 'watched-1', share: 0.25 }]);
	expect([renderings.stop('another-1'), renderings.stop('watched-1')]).toEqual([false, true]);
	await expect(made).rejects.toMatchObject({ code: 'report.stopped' });
	expect(renderings.stop('watched-1')).toBe(false);
});

it('a document that nobody watches is made where it was asked for', async () => {
	expect(await createWatchedWork('report.stopped').watch(undefined, async (options) => options)).toEqual({});
});
