import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFontMetrics } from '../../../../engine/report/font/font-metrics.ts';
import { tableDirectory, viewOf } from '../../../../engine/report/font/sfnt.ts';
import { subsetFont } from '../../../../engine/report/font/subset-font.ts';
import { findSystemFont } from '../../../../engine/report/font/system-font.ts';
import { findFonts } from '../../../../engine/report/fonts.ts';
import { fontWith, withPermission } from './font-with.ts';

const RARE = 0x20bb7;
const whole = await readFile(findFonts().song);
const points = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);

describe('a subset of a font', () => {
	const some = subsetFont(whole, points('信创适配，Abc é 𠮷'));

	it('draws the characters that were asked for, as wide as before, and no others', () => {
		const [before, after] = [readFontMetrics(whole, 'whole'), readFontMetrics(some, 'some')];
		for (const codePoint of points('信创适配，Abc é')) {
			expect([after.canDraw(codePoint), after.advance(codePoint)]).toEqual([true, before.advance(codePoint)]);
		}
		for (const codePoint of points('国d𠮷')) expect(after.canDraw(codePoint)).toBe(false);
		expect(some.length).toBeLessThan(20_000);
	});

	it('is the same for the same characters, in whatever order', () => {
		expect(subsetFont(whole, points('𠮷 é cbA，配适创信信'))).toEqual(some);
	});

	it('has its tables in order, each with its checksum', () => {
		const view = viewOf(some);
		const tags = [...tableDirectory(view).keys()];
		expect(tags).toEqual([...tags].sort());
		for (const [index, { offset, length }] of [...tableDirectory(view).values()].entries()) {
			let sum = 0;
			for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
			expect(sum, tags[index]).toBe(view.getUint32(12 + index * 16 + 4));
		}
	});

	it.skipIf(spawnSync('fc-scan', ['--version']).status !== 0)('is a font for others too (fontconfig)', async () => {
		const file = join(await mkdtemp(join(tmpdir(), 'subset-')), 'some.ttf');
		await writeFile(file, some);
		const found = spawnSync('fc-scan', ['--format', '%{family}|%{charset}', file], { encoding: 'utf8' });
		expect(found.stdout).toMatch(/^Noto Serif SC[^|]*\|20 41 62-63 e9 .*4fe1/u);
		await rm(file);
	});
});

describe('a font of the machine', () => {
	let folder = '';
	const put = async (path: string, bytes: Uint8Array) => {
		const file = join(folder, path);
		await mkdir(join(file, '..'), { recursive: true });
		await writeFile(file, bytes);
		return file;
	};

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'fonts-'));
		await put('a/broken.ttf', Buffer.from('not a font'));
		await put('a/empty.otf', new Uint8Array());
		await put('a/ours.ttf', subsetFont(whole, points('国')));
		await put('b/restricted.ttf', withPermission(fontWith('𠮷', whole), 2));
		await put('b/no-subset.ttf', withPermission(fontWith('𠮷', whole), 0x0100));
	});
	afterAll(() => rm(folder, { recursive: true }));

	it('is not found among those that lack the character, are broken or forbid embedding', () => {
		expect(findSystemFont([RARE], [folder, join(folder, 'nowhere')])).toBeNull();
		expect(findSystemFont([], [folder])).toBeNull();
	});

	it('is found wherever it lies, also inside a collection, and comes out alone', async () => {
		const font = fontWith('𠮷', whole);
		const path = await put('c/deep/rare.ttf', font);
		expect(findSystemFont([RARE], [folder])?.path).toBe(path);
		await rm(path);
		const collection = await put('c/rare.ttc', collectionOf(font));
		const found = findSystemFont([RARE, 0x2a6a5], [folder]);
		expect(found?.path).toBe(collection);
		expect(readFontMetrics(found?.bytes ?? new Uint8Array(), 'found').canDraw(RARE)).toBe(true);
	});
});

/** A TrueType collection of one face: its header, then the font with every offset moved. */
function collectionOf(font: Uint8Array): Uint8Array {
	const head = 16;
	const bytes = new Uint8Array(head + font.length);
	bytes.set(font, head);
	const view = viewOf(bytes);
	for (const [at, value] of [0x74746366, 0x00010000, 1, head].entries()) view.setUint32(at * 4, value);
	for (let index = 0; index < view.getUint16(head + 4); index++) {
		const at = head + 12 + index * 16 + 8;
		view.setUint32(at, view.getUint32(at) + head);
	}
	return bytes;
}
