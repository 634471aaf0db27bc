// Writes a bundle with one large piece of evidence, verifies it and answers with the verdict and the most memory used.
// Run as a process of its own: node large-bundle.ts FILE MIB
import { argv, resourceUsage, stdout } from 'node:process';
import { buildBundle, verifyBundle } from '../../../../engine/bundle/index.ts';
import { createDigest } from '../../../../engine/crypto/index.ts';
import { sampleStatement } from '../sample-report.ts';
import { person } from '../workshop.ts';

const [file = '', mebibytes = '1'] = argv.slice(2);
const chunk = Buffer.alloc(2 ** 20, 0x5a);

function* bytes() {
	for (let count = 0; count < Number(mebibytes); count++) yield chunk;
}

const running = createDigest();
for (const part of bytes()) running.update(part);
const digest = running.digest();
const size = Number(mebibytes) * chunk.length;
const statement = sampleStatement({
	evidence: [{ idx: 0, name: 'large', mediaType: 'application/octet-stream', size, digest, role: 'other' }],
	tests: [],
	passedTests: [],
	skippedTests: [],
	benchmarks: [],
});
await buildBundle({ statement, signers: [person('x')], blobs: [{ digest, size, open: bytes }], out: file });
const { verdict } = await verifyBundle(file);
stdout.write(JSON.stringify({ verdict, maxMiB: resourceUsage().maxRSS / 1024 }));
