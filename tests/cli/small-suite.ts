import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A suite `small` in the data folder: one case that passes, and more where a test wants them. */
export function writeSmallSuite(data: string, moreCases = ''): void {
	const folder = join(data, 'suites', 'small');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'suite.yaml'), SMALL_SUITE + moreCases);
}

export const SMALL_SUITE = `schema: shipei.suite/1
id: small
version: 1.0.0
title: {zh: 小套件, en: Small suite}
category: machine
product: none
cases:
  - id: good
    title: {zh: 好的, en: Good}
    summary: {zh: 应当问好, en: says hello}
    level: must
    steps: [{run: [sh, -c, 'echo 你好']}]
    expect: {stdout: {contains: 你好}}
`;
