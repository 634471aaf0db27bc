// The machine as detected (on stdin) against a bill of material (a JSON file): equal, different or unknown, each by itself.
import { readFileSync } from 'node:fs';
import { answer } from './machine.mjs';

const [file] = process.argv.slice(2);
const bom = JSON.parse(readFileSync(file, 'utf8'));
const host = JSON.parse((await process.stdin.setEncoding('utf8').toArray()).join(''));
const parts = [
	...value('cpu.model', bom.cpu?.model, host.cpu.model, sameName),
	...value('cpu.sockets', bom.cpu?.sockets, host.cpu.sockets, Object.is),
	...value('cpu.threads', bom.cpu?.threads, host.cpu.threads, Object.is),
	...value('memory.bytes', bom.memory?.bytes, host.memory.bytes, (wanted, found) => found >= 0.95 * wanted),
	...list('memory.modules', bom.memory?.modules, host.memory.modules, { bytes: Object.is, speed: Object.is }),
	...list('disks', bom.disks, host.disks, { model: sameName, bytes: within(0.01) }),
	...list('interfaces', bom.interfaces, host.interfaces, { speed: Object.is }),
	...list('graphics', bom.graphics, host.graphics, { model: sameName }),
];
if (parts.length === 0) throw new Error(`${file} lists nothing that could be compared`);
answer({
	compared: parts.length,
	different: parts.filter(({ state }) => state === 'different'),
	unknown: parts.filter(({ state }) => state === 'unknown'),
	parts,
});

function value(name, wanted, found, same) {
	if (wanted === undefined) return [];
	const state = found === null || found === undefined ? 'unknown' : same(wanted, found) ? 'equal' : 'different';
	return [{ name, wanted, found: found ?? null, state }];
}

/** Takes for every wanted thing the one found that fits it best, so that the order does not matter. */
function list(name, wanted, found, same) {
	if (wanted === undefined) return [];
	const left = [...found];
	const parts = [
		...value(`${name}.count`, wanted.length, found.length === 0 && wanted.length > 0 ? null : found.length, Object.is),
	];
	for (const [index, thing] of wanted.entries()) {
		const keys = Object.keys(same).filter((key) => thing[key] !== undefined);
		const fits = (other) => keys.filter((key) => other[key] !== null && same[key](thing[key], other[key])).length;
		left.sort((a, b) => fits(b) - fits(a));
		const best = left.shift() ?? {};
		parts.push(...keys.flatMap((key) => value(`${name}[${index}].${key}`, thing[key], best[key], same[key])));
	}
	return parts;
}

function sameName(wanted, found) {
	const plain = (text) =>
		String(text)
			.toLowerCase()
			.replace(/[^a-z0-9]+/gu, '');
	return plain(wanted) === plain(found);
}

function within(share) {
	return (wanted, found) => Math.abs(found - wanted) <= share * wanted;
}
