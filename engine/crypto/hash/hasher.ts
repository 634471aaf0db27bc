/** A running hash over a byte stream. After `digest` it must not be used again. */
export interface Hasher {
	update(bytes: Uint8Array): void;
	digest(): Uint8Array;
}

/** Where the two hashes of everything come from: TypeScript everywhere, or the faster code of the runtime. */
export interface Hashes {
	sha256(): Hasher;
	sm3(): Hasher;
}
