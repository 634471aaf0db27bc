import type { LzmaState } from './lzma-state.ts';
import type { OutputWindow } from './output-window.ts';
import { RangeDecoder } from './range-decoder.ts';

/** Decodes one LZMA chunk of known output size into the window (LZMA specification, LZMA2 framing). */
export function decodeLzma(bytes: Uint8Array, at: number, size: number, model: LzmaState, out: OutputWindow): void {
	const coder = new RangeDecoder(bytes, at);
	const end = out.length + size;
	while (out.length < end) {
		const posState = out.length & ((1 << model.pb) - 1);
		if (coder.bit(model.isMatch, (model.state << 4) + posState) === 0) {
			literal(coder, model, out);
			continue;
		}
		const length =
			coder.bit(model.isRep, model.state) === 0 ? newMatch(coder, model, posState) : repeated(coder, model, posState);
		if (length > end - out.length) throw new RangeError('LZMA match runs past its chunk');
		out.copy(model.reps[0] + 1, length);
	}
}

function literal(coder: RangeDecoder, model: LzmaState, out: OutputWindow): void {
	const low = (out.length & ((1 << model.lp) - 1)) << model.lc;
	const from = 0x300 * (low + (out.last() >> (8 - model.lc)));
	let symbol = 1;
	if (model.state >= 7) {
		let match = out.back(model.reps[0] + 1);
		while (symbol < 0x100) {
			const matchBit = (match >> 7) & 1;
			match <<= 1;
			const bit = coder.bit(model.literal, from + ((1 + matchBit) << 8) + symbol);
			symbol = (symbol << 1) | bit;
			if (matchBit !== bit) break;
		}
	}
	while (symbol < 0x100) symbol = (symbol << 1) | coder.bit(model.literal, from + symbol);
	out.push(symbol & 0xff);
	model.state = model.state < 4 ? 0 : model.state < 10 ? model.state - 3 : model.state - 6;
}

function newMatch(coder: RangeDecoder, model: LzmaState, posState: number): number {
	const [first, second, third] = model.reps;
	model.reps[3] = third;
	model.reps[2] = second;
	model.reps[1] = first;
	const length = model.matchLength.decode(coder, posState) + 2;
	model.state = model.state < 7 ? 7 : 10;
	model.reps[0] = distance(coder, model, length);
	return length;
}

function distance(coder: RangeDecoder, model: LzmaState, length: number): number {
	const slot = coder.tree(model.slots, Math.min(length - 2, 3) << 6, 6);
	if (slot < 4) return slot;
	const direct = (slot >> 1) - 1;
	const base = (2 | (slot & 1)) * 2 ** direct;
	if (slot < 14) return base + coder.reverseTree(model.positions, base - slot, direct);
	return base + coder.direct(direct - 4) * 16 + coder.reverseTree(model.align, 0, 4);
}

function repeated(coder: RangeDecoder, model: LzmaState, posState: number): number {
	const { reps } = model;
	if (coder.bit(model.isRepG0, model.state) === 0) {
		if (coder.bit(model.isRep0Long, (model.state << 4) + posState) === 0) {
			model.state = model.state < 7 ? 9 : 11;
			return 1;
		}
	} else {
		const [first, second, third, fourth] = reps;
		if (coder.bit(model.isRepG1, model.state) === 0) [reps[0], reps[1]] = [second, first];
		else if (coder.bit(model.isRepG2, model.state) === 0) [reps[0], reps[1], reps[2]] = [third, first, second];
		else [reps[0], reps[1], reps[2], reps[3]] = [fourth, first, second, third];
	}
	model.state = model.state < 7 ? 8 : 11;
	return model.repLength.decode(coder, posState) + 2;
}
