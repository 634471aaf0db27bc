import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { runLive } from '../../../engine/host/source/run-live.ts';

describe('Commands whose answer this process already has', () => {
	it.each([
		['uname', '-m'],
		['getconf', 'PAGESIZE'],
		['getconf', 'GNU_LIBC_VERSION'],
	])('%s %s says what the command says', async (program, argument) => {
		const answer = await runLive([program, argument], { deadlineMs: 5000 });
		expect(answer).toEqual({ stdout: execFileSync(program, [argument], { encoding: 'utf8' }), exitCode: 0 });
	});
});
