import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** SHA256SUMS over every file of a folder, as `sha256sum -c` reads it. */
export function writeSums(folder) {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort();
	const lines = files.map(
		(file) =>
			`${createHash('sha256')
				.update(readFileSync(join(folder, file)))
				.digest('hex')}  ${file}\n`,
	);
	writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
}
