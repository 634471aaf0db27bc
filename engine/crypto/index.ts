export type { RunningDigest } from './hash/digest.ts';
export type { Hasher, Hashes } from './hash/hasher.ts';
export { createDigest, digestBytes } from './hash/node-digest.ts';
export { hasNativeSm3, nodeHashes } from './hash/node-hashes.ts';
