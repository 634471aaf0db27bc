import { describe, expect, it } from 'vitest';
import { suiteOf } from './suite-test.ts';

const ROOT_CASES = `cases:
  - id: plain
    title: {zh: 普通, en: Plain}
    steps: [{run: ['true']}]
  - id: install
    title: {zh: 安装, en: Install}
    privilege: {user: root, reason: {zh: 安装, en: installs}}
    steps:
      - {id: unpack, run: [tar]}
      - {action: process.alive, with: {name: demo}}
      - {id: put, script: steps/put.sh}
    cleanup: [{run: [rm]}]
  - id: one
    title: {zh: 一步, en: One step}
    steps:
      - {run: ['true']}
      - {id: mount, run: [mount], privilege: {user: root, reason: {zh: 挂载, en: mounts}}}
`;
const REFUSED = { zh: 'sudo 不会放行', en: 'sudo would not let it run' };

describe('Privileges in the dry run', () => {
	it('lists the steps that need root where it would not be granted', async () => {
		using folder = suiteOf(ROOT_CASES).write('#!/bin/sh', 'demo/steps/put.sh');
		const { missing, cases } = await folder.plan({}, { askElevation: async () => REFUSED });
		expect(missing).toEqual([
			{
				kind: 'privilege',
				suite: 'demo',
				name: 'root',
				detail: {
					zh: '需要 root 的步骤（demo/install: unpack, put, cleanup-1; demo/one: mount）：sudo 不会放行。',
					en: 'Steps that need root (demo/install: unpack, put, cleanup-1; demo/one: mount): sudo would not let it run.',
				},
			},
		]);
		// Whether it is granted shows when the step starts: nothing is skipped on the word of a question.
		expect(cases.flatMap((entry) => entry.missing)).toEqual([]);
	});

	it('lists nothing where root would be granted, and asks nobody when no step needs it', async () => {
		using folder = suiteOf(ROOT_CASES).write('#!/bin/sh', 'demo/steps/put.sh');
		expect((await folder.plan({}, { askElevation: async () => null })).missing).toEqual([]);
		let asked = 0;
		const askElevation = async () => {
			asked += 1;
			return REFUSED;
		};
		expect((await folder.plan({ only: ['demo/plain'] }, { askElevation })).missing).toEqual([]);
		expect(asked).toBe(0);
	});
});
