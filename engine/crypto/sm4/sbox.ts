// x^8 + x^7 + x^6 + x^5 + x^4 + x^2 + 1
const FIELD = 0x1f5;

/** The substitution box of SM4 (GB/T 32907-2016, table 1), from its algebra: A·inverse(A·x + C) + C. */
export const SBOX: Uint8Array = Uint8Array.from({ length: 256 }, (_, x) => affine(inverse(affine(x))));

function affine(x: number): number {
	let y = 0;
	for (let bit = 0; bit < 8; bit++) {
		const row = ((0xa7 << bit) | (0xa7 >> (8 - bit))) & 0xff;
		y |= parity(row & x) << bit;
	}
	return y ^ 0xd3;
}

function parity(byte: number): number {
	let odd = 0;
	for (let rest = byte; rest > 0; rest >>= 1) odd ^= rest & 1;
	return odd;
}

// The field has 255 units, so x^254 is the inverse of x, and 0 stays 0.
function inverse(x: number): number {
	let power = 1;
	for (let step = 0; step < 254; step++) power = multiply(power, x);
	return power;
}

function multiply(one: number, other: number): number {
	let product = 0;
	let shifted = one;
	for (let rest = other; rest > 0; rest >>= 1) {
		if (rest & 1) product ^= shifted;
		shifted <<= 1;
		if (shifted & 0x100) shifted ^= FIELD;
	}
	return product;
}
