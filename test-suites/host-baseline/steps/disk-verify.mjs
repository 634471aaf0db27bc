// Writes blocks that can be told from each other, forces them out, and reads them back past the page cache.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { answer, inject, unsupported } from './machine.mjs';

const BLOCK = 1024 * 1024;
const [folder] = process.argv.slice(2);
const blocks = Number(process.env.BASELINE_MEBIBYTES);
const file = join(folder, `shipei-verify-${process.pid}.bin`);
try {
	write();
	const { wrong, read } = readBack();
	answer({ folder, blocks, read, wrong });
} finally {
	rmSync(file, { force: true });
}

function write() {
	const to = openSync(file, 'wx');
	for (let index = 0; index < blocks; index++) writeSync(to, block(index));
	if (inject === 'disk-byte') writeSync(to, Buffer.from([0x5a]), 0, 1, BLOCK * Math.floor(blocks / 2) + 12345);
	fsyncSync(to);
	closeSync(to);
}

/** O_DIRECT asks for aligned memory, which dd has and Node has not. */
function readBack() {
	const wrong = [];
	for (let index = 0; index < blocks; index++) {
		const read = spawnSync('dd', [`if=${file}`, 'iflag=direct', `bs=${BLOCK}`, `skip=${index}`, 'count=1'], {
			maxBuffer: 2 * BLOCK,
		});
		if (read.status !== 0) unsupported(`the file system of ${folder} cannot be read past its cache: ${read.stderr}`);
		if (!read.stdout.equals(block(index)))
			wrong.push({ block: index, offset: firstDifference(read.stdout, block(index)) });
	}
	return { wrong, read: 'direct' };
}

/** Bytes that depend on the place and cannot be compressed. */
function block(index) {
	const bytes = Buffer.alloc(BLOCK);
	let chain = createHash('sha256').update(`shipei ${index}`).digest();
	for (let offset = 0; offset < BLOCK; offset += 4096) {
		chain = createHash('sha256').update(chain).digest();
		bytes.fill(chain, offset, offset + 4096);
		bytes.writeUInt32LE(offset / 4096, offset);
	}
	return bytes;
}

function firstDifference(found, expected) {
	const index = expected.findIndex((byte, place) => byte !== found[place]);
	return index < 0 ? found.length : index;
}
