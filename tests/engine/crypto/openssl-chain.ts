import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openssl } from './openssl.ts';

const ID = 'distid:1234567812345678';

const LEAF = 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n';
const CA = 'keyUsage=critical,keyCertSign';

/** Makes an SM2 CA and a certificate signed by it: `ca.key ca.crt leaf.key leaf.crt`, with a prefix and other extensions. */
export async function makeChain(
	dir: string,
	prefix = '',
	extensions: { readonly leaf?: string; readonly ca?: readonly string[] } = {},
): Promise<void> {
	const name = (file: string) => `${prefix}${file}`;
	await writeFile(join(dir, name('ext')), extensions.leaf ?? LEAF);
	const ofCa = (extensions.ca ?? [CA]).flatMap((extension) => ['-addext', extension]);
	const steps = [
		['genpkey', '-algorithm', 'SM2', '-out', name('ca.key')],
		[
			'req',
			'-x509',
			'-new',
			'-sm3',
			'-sigopt',
			ID,
			'-key',
			name('ca.key'),
			'-utf8',
			'-subj',
			'/C=CN/O=测试 CA',
			'-days',
			'3650',
			...ofCa,
			'-out',
			name('ca.crt'),
		],
		['genpkey', '-algorithm', 'SM2', '-out', name('leaf.key')],
		[
			'req',
			'-new',
			'-sm3',
			'-sigopt',
			ID,
			'-key',
			name('leaf.key'),
			'-utf8',
			'-subj',
			'/C=CN/O=某测试中心/CN=李四',
			'-out',
			name('leaf.csr'),
		],
		[
			'x509',
			'-req',
			'-sm3',
			'-sigopt',
			ID,
			'-vfyopt',
			ID,
			'-in',
			name('leaf.csr'),
			'-CA',
			name('ca.crt'),
			'-CAkey',
			name('ca.key'),
			'-CAcreateserial',
			'-days',
			'365',
			'-extfile',
			name('ext'),
			'-out',
			name('leaf.crt'),
		],
	];
	for (const step of steps) {
		const { ok, out } = openssl(dir, ...step);
		if (!ok) throw new Error(`openssl ${step.join(' ')}: ${out}`);
	}
}
