import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS, POLICIES, verificationVerdictSchema } from '../../contract/verification.ts';

describe.each(['report-file.md', 'report-file.zh-CN.md'])('%s', (name) => {
	it('names every check, policy and verdict that there is, and no other', async () => {
		const text = await readFile(join(import.meta.dirname, '..', '..', 'docs', name), 'utf8');
		const list = /^.*container\.format.*$/mu.exec(text)?.[0] ?? '';
		expect([...list.matchAll(/`([a-z.]+)`/gu)].map(([, id]) => id)).toEqual(CHECK_IDS);
		for (const word of [...POLICIES, ...verificationVerdictSchema.options]) expect(text).toContain(`| \`${word}\` |`);
	});
});
