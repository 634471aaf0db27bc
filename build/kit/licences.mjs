import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licence texts of every package whose code is in a bundle, by name. */
export function licencesOf(inputs) {
	const packages = new Set(inputs.map(packageFolder).filter((folder) => folder !== null));
	return [...packages].sort().map(noticeOf).join('\n');
}

function packageFolder(input) {
	const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(input);
	return found === null || !existsSync(join(found[1], 'package.json')) ? null : found[1];
}

function noticeOf(folder) {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/iu.test(entry));
	const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
	return `${'='.repeat(100)}\n${name} ${version}  (${typeof license === 'string' ? license : 'see below'})\n\n${text}\n`;
}
