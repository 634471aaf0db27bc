import { portableHashes } from '../hash/portable-hashes.ts';
import { verifyEd25519 } from './portable-ed25519.ts';
import type { Primitives } from './verify-signature.ts';

/** TypeScript only: what a browser gets. */
export const portablePrimitives: Primitives = { hashes: portableHashes, verifyEd25519 };
