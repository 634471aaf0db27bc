/** Bounds of a bundle, in bytes and counts; a verifier refuses what is beyond them before it reads it. */
export const LIMITS = {
	metadata: 64 * 2 ** 20,
	payload: 32 * 2 ** 20,
	blobs: 100_000,
	/** The octal size field holds no more. */
	blob: 8 * 2 ** 30 - 1,
	/** Sticks are FAT32: larger files only when asked for. */
	file: 4 * 2 ** 30 - 1,
	/** One file of each of these kinds. */
	certificates: 256,
	attestations: 1_000,
	receipts: 1_000,
	timestamps: 1_000,
	trust: 1_000,
	/** A rotation may carry the root signatures of two lists. */
	signatures: 16,
} as const;
