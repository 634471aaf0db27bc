// The second door of this part: what runs in a browser as well. Nothing reachable from here imports node:.
export { fromBase64, toBase64 } from './bytes/base64.ts';
export { concatBytes, fromUtf8, sameBytes, utf8 } from './bytes/bytes.ts';
export { toHex } from './bytes/hex.ts';
export { digestWith, startDigest } from './hash/digest.ts';
export { sm3 } from './hash/sm3.ts';
export { canonicalJson } from './json/canonical-json.ts';
export { parseStrictJson } from './json/strict-json.ts';
export { type PublicKey, readPublicKey } from './keys/public-key.ts';
export { portablePrimitives } from './sign/portable-primitives.ts';
export type { Signer } from './sign/signer.ts';
export { type Primitives, verifyWith } from './sign/verify-signature.ts';
export { type ChainState, chainState, readChain } from './x509/chain.ts';
