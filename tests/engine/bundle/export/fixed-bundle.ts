// Writes a bundle with fixed keys, verifies it and prints what it is. Run as a process of its own, so that the
// environment decides where SM3 comes from: node fixed-bundle.ts FILE
import { argv, stdout } from 'node:process';
import { buildBundle, verifyBundle } from '../../../../engine/bundle/index.ts';
import { createSm3 } from '../../../../engine/crypto/hash/sm3.ts';
import { nodeHashes, signerFromKey } from '../../../../engine/crypto/index.ts';
import { privateKeyFromSecret } from '../../../../engine/crypto/keys/private-key.ts';
import { sampleBlobs, sampleStatement } from '../sample-report.ts';

const [out = ''] = argv.slice(2);
const secret = Buffer.alloc(32, 0x2a);
const signers = (['sm2-sm3', 'ed25519'] as const).map((suite) => signerFromKey(privateKeyFromSecret(suite, secret)));
const { sha256 } = await buildBundle({ statement: sampleStatement(), signers, blobs: sampleBlobs(), out });
const { verdict, checks } = await verifyBundle(out, { now: new Date('2026-11-22T00:00:00Z') });
const ours = nodeHashes().sm3() instanceof createSm3().constructor;
stdout.write(JSON.stringify({ sha256, verdict, checks, ours }));
