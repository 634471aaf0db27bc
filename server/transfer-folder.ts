import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ShipeiError } from '../contract/errors.ts';

/**
 * Files on their way between the browser and the engine's machine: dropped files come in part by part, exported files go
 * out. Each lies in its own folder under its own name, so that methods can name it; a browser names it by id only.
 */
export interface TransferFolder {
	create(name: string): Promise<{ id: string; file: string }>;
	append(id: string, at: number, bytes: Buffer): Promise<{ size: number }>;
	open(id: string): Promise<{ name: string; size: number; stream: Readable }>;
	remove(): Promise<void>;
}

export async function createTransferFolder(): Promise<TransferFolder> {
	const root = await mkdtemp(join(tmpdir(), 'shipei-transfer-'));
	const files = new Map<string, string>();
	const fileOf = (id: string) => {
		const file = files.get(id);
		if (file === undefined) throw new ShipeiError('server.no-such-file', { id: id.slice(0, 100) });
		return file;
	};

	return {
		async create(name) {
			const id = randomUUID();
			await mkdir(join(root, id), { mode: 0o700 });
			const file = join(root, id, plainName(name));
			files.set(id, file);
			return { id, file };
		},
		async append(id, at, bytes) {
			const file = fileOf(id);
			const expected = await sizeOf(file);
			if (at !== expected) throw new ShipeiError('server.wrong-place', { expected, found: at });
			await appendFile(file, bytes, { mode: 0o600 });
			return { size: expected + bytes.length };
		},
		async open(id) {
			const file = fileOf(id);
			const size = await sizeOf(file);
			return { name: basename(file), size, stream: createReadStream(file) };
		},
		remove: () => rm(root, { recursive: true, force: true }),
	};
}

/** A file name without any way out of its folder. */
export function plainName(name: string): string {
	const last = name.split(/[/\\]/u).at(-1) ?? '';
	const plain = last.replace(/[\u0000-\u001f\u007f]/gu, '').slice(0, 180);
	return plain === '' || plain === '.' || plain === '..' ? 'file' : plain;
}

async function sizeOf(file: string): Promise<number> {
	try {
		return (await stat(file)).size;
	} catch {
		// Created but nothing written yet: the first part begins at 0.
		return 0;
	}
}
