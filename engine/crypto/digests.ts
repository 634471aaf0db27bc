// The third door of this part, for who only digests: no key, certificate or curve is loaded for it.
export { createDigest, digestBytes } from './hash/node-digest.ts';
