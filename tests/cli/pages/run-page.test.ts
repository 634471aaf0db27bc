import { describe, expect, it } from 'vitest';
import { verdictWord } from '../../../cli/pages/run-page.ts';
import { createTerminal } from '../../../cli/terminal/terminal.ts';

const [zh, en] = [createTerminal('zh'), createTerminal('en')];

describe('the verdict of a run in a word', () => {
	it('is the verdict alone where every case came to its end', () => {
		expect(verdictWord({ verdict: 'WARNED', status: 'failed' }, en)).toBe('PASSED WITH REMARKS');
		expect(verdictWord({ verdict: 'PASSED', status: 'passed' }, zh)).toBe('通过');
	});

	it('says of a cancelled run that it was broken off, or half a run would read like a whole one', () => {
		expect(verdictWord({ verdict: 'WARNED', status: 'interrupted' }, en)).toBe('PASSED WITH REMARKS, but broken off');
		expect(verdictWord({ verdict: 'WARNED', status: 'interrupted' }, zh)).toBe('带条件通过（运行未做完）');
	});

	it('is none while nothing was judged', () => {
		expect(verdictWord({ verdict: null, status: null }, en)).toBe('no verdict yet');
	});
});
