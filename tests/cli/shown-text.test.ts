import { expect, it } from 'vitest';
import { verificationPage } from '../../cli/pages/verification-page.ts';
import { shownLine, shownText } from '../../cli/terminal/shown-text.ts';
import { columns, table } from '../../cli/terminal/table.ts';
import { createTerminal } from '../../cli/terminal/terminal.ts';
import { sampleVerification } from '../engine/report/sample-document.ts';

const EVIL = '某公司\u001b[2J\u001b[1;1H\u202eVERIFIED\nVERIFIED: unaltered';

it('a text from a report cannot move the cursor, hide, reverse or colour what the terminal shows', () => {
	expect(shownText(`a\u001b[1mb\u001b[0m ${EVIL}`)).toBe(
		'a\u001b[1mb\u001b[0m 某公司〔U+001B〕[2J〔U+001B〕[1;1H〔U+202E〕VERIFIED\nVERIFIED: unaltered',
	);
	expect(shownText('\u001b[8mhidden\u009b31m')).toBe('〔U+001B〕[8mhidden〔U+009B〕31m');
});

it('a name cannot add a line of its own to a page or a table', () => {
	expect(shownLine(EVIL)).not.toContain('\n');
	expect(
		table([
			['a', EVIL],
			['b', 'c'],
		]).split('\n'),
	).toHaveLength(2);
	expect(columns(shownLine('\u202e'))).toBeGreaterThan(0);
	const hostile = {
		...sampleVerification('invalid'),
		checks: [{ id: 'report.subject' as const, outcome: 'failed' as const, detail: { zh: EVIL, en: EVIL } }],
	};
	const page = verificationPage(hostile, createTerminal('en'));
	expect(page.split('\n').filter((line) => line.startsWith('VERIFIED'))).toEqual([]);
	expect(page).not.toContain('\u001b');
});
