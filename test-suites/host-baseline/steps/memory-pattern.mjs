// Writes patterns through a large buffer and reads them back: stuck bits, coupled bits, wrong addresses.
import { readFileSync } from 'node:fs';
import { answer, inject } from './machine.mjs';

const MEBIBYTE = 1024 * 1024;
const wanted = Number(process.env.BASELINE_MEBIBYTES) * MEBIBYTE;
const size = Math.floor(Math.min(wanted, quarterOfFree()) / 8) * 8;
const memory = new Uint32Array(new ArrayBuffer(size));

const fixed = [0x00000000, 0xffffffff, 0x55555555, 0xaaaaaaaa, 0x33333333, 0xcccccccc, 0x0f0f0f0f, 0xf0f0f0f0];
const patterns = [
	...fixed.map((word) => [hex(word), () => word]),
	['address', (index) => index],
	['inverse address', (index) => ~index >>> 0],
	['walking bit', (index) => (1 << (index % 32)) >>> 0],
];
const errors = [];
for (const [name, word] of patterns) walk(name, word);
answer({ bytes: size, patterns: patterns.length, errors: errors.slice(0, 20), errorCount: errors.length });

function walk(name, word) {
	for (let index = 0; index < memory.length; index++) memory[index] = word(index);
	if (inject === 'memory-bit' && name === 'address') memory[memory.length >> 1] ^= 1 << 7;
	for (let index = 0; index < memory.length; index++) {
		if (memory[index] !== word(index)) note(name, index, word(index));
	}
}

function note(pattern, index, expected) {
	errors.push({ pattern, offset: index * 4, expected: hex(expected), found: hex(memory[index]) });
}

function hex(word) {
	return `0x${word.toString(16).padStart(8, '0')}`;
}

/** A test that drives the machine into swap tests the disk. */
function quarterOfFree() {
	const available = /^MemAvailable:\s+(\d+) kB/mu.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
	return available === undefined ? 64 * MEBIBYTE : (Number(available) * 1024) / 4;
}
