#!/usr/bin/env node
// The JavaScript engine of this runtime: eight kinds of work, their geometric mean. Says nothing about hardware alone.
import { check, fingerprint, numbers, report, unitsPerSecond } from './report.mjs';

const KERNELS = { json, regex, collections, integers, floats, sorting, garbage, bigints };
/** Known answers, the same on every machine and engine. */
const EXPECTED = {
	json: 2461469475,
	regex: 1591004622,
	collections: 53196624,
	integers: 9592,
	floats: -411785,
	sorting: 599014918,
	garbage: 19960,
	bigints: 534788346,
};
const seconds = Number(process.argv[2] ?? 0.25);

const rates = {};
for (const [name, kernel] of Object.entries(KERNELS)) {
	check(name, kernel(), EXPECTED[name]);
	rates[name] = await unitsPerSecond(() => check(name, kernel(), EXPECTED[name]), { seconds, warmSeconds: 0.1 });
}
const logs = Object.values(rates).map(Math.log);
report({ value: Math.exp(logs.reduce((a, b) => a + b, 0) / logs.length), parts: rates });

function json() {
	const next = numbers(7);
	const rows = Array.from({ length: 400 }, (_, id) => ({
		id,
		name: `客户 ${next() % 1000}`,
		tags: ['a', 'b'],
		total: next() % 997,
	}));
	const again = JSON.parse(JSON.stringify(rows));
	return fingerprint(JSON.stringify(again.filter((row) => row.total > 500)));
}

function regex() {
	const next = numbers(11);
	let log = '';
	for (let i = 0; i < 300; i += 1)
		log += `2026-11-22T0${i % 10}:00:00Z host-${next() % 50} sshd[${next() % 9999}]: 来自 10.0.${next() % 255}.${next() % 255} 端口 ${next() % 65535}\n`;
	let sum = 0;
	for (const hit of log.matchAll(/host-(?<host>\d+) \w+\[(?<pid>\d+)\]: .*? (?<ip>(?:\d{1,3}\.){3}\d{1,3})/gu))
		sum += Number(hit.groups.pid) + hit.groups.ip.length;
	return (sum + fingerprint(log.replace(/\d+/gu, '#'))) >>> 0;
}

function collections() {
	const next = numbers(13);
	const map = new Map();
	const seen = new Set();
	for (let i = 0; i < 5000; i += 1) {
		const key = `k${next() % 1500}`;
		map.set(key, (map.get(key) ?? 0) + i);
		if (!seen.delete(key)) seen.add(key);
	}
	let sum = seen.size;
	for (const [key, value] of map) sum = (sum + value * key.length) >>> 0;
	return sum;
}

function integers() {
	const sieve = new Uint8Array(100_000);
	let primes = 0;
	for (let i = 2; i < sieve.length; i += 1) {
		if (sieve[i] === 1) continue;
		primes += 1;
		for (let j = i * 2; j < sieve.length; j += i) sieve[j] = 1;
	}
	return primes;
}

function floats() {
	const size = 48;
	const [a, b, c] = [0, 1, 2].map(() => new Float64Array(size * size));
	for (let i = 0; i < a.length; i += 1) {
		a[i] = (i % 17) - 8;
		b[i] = (i % 13) - 6;
	}
	for (let i = 0; i < size; i += 1)
		for (let k = 0; k < size; k += 1) {
			const factor = a[i * size + k];
			for (let j = 0; j < size; j += 1) c[i * size + j] += factor * b[k * size + j];
		}
	return c.reduce((sum, value) => (sum * 31 + value) % 1_000_003, 0);
}

function sorting() {
	const next = numbers(17);
	const rows = Array.from({ length: 4000 }, () => ({ key: next() % 100_000, text: String(next() % 1000) }));
	rows.sort((x, y) => x.key - y.key || (x.text < y.text ? -1 : 1));
	for (let i = 1; i < rows.length; i += 1) if (rows[i - 1].key > rows[i].key) return -1;
	return rows.reduce((sum, row, i) => (sum + row.key * (i % 7)) >>> 0, 0);
}

function garbage() {
	let keep = [];
	let count = 0;
	for (let i = 0; i < 20_000; i += 1) {
		keep.push({ i, text: `t${i % 100}`, link: keep[keep.length - 1] ?? null });
		if (keep.length === 500) {
			count += keep.filter((one) => one.link !== null).length;
			keep = [];
		}
	}
	return count;
}

function bigints() {
	let [a, b] = [0n, 1n];
	for (let i = 0; i < 1500; i += 1) [a, b] = [b, a + b];
	return Number((a * b) ** 3n % 1_000_000_007n);
}
