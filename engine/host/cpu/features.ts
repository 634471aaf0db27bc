import type { Field } from '../../../contract/host/field.ts';
import { certain, evidence, unknown } from '../field.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { inBlocks } from './cpuinfo.ts';

/** Kernel flag → what it means to domestic cryptography and vector code, on any architecture. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
	aes: ['aes'],
	sha1: ['sha1'],
	sha2: ['sha2'],
	sha_ni: ['sha1', 'sha2'],
	sha512: ['sha512'],
	sha3: ['sha3'],
	sm2: ['sm2'],
	sm3: ['sm3'],
	sm4: ['sm4'],
	// Zhaoxin: "Chinese cipher support".
	ccs: ['sm3', 'sm4'],
	pmull: ['carryless-multiply'],
	pclmulqdq: ['carryless-multiply'],
	vaes: ['vector-aes'],
	sveaes: ['vector-aes'],
	svesm4: ['sm4'],
	crc32: ['crc32'],
	sse4_2: ['crc32'],
	atomics: ['atomics'],
	asimd: ['simd128'],
	neon: ['simd128'],
	sse2: ['simd128'],
	lsx: ['simd128'],
	msa: ['simd128'],
	avx2: ['simd256'],
	lasx: ['simd256'],
	avx512f: ['simd512'],
	sve: ['sve'],
	sve2: ['sve2'],
	bf16: ['bf16'],
	avx512_bf16: ['bf16'],
	lbt_x86: ['x86-translation'],
	lbt_arm: ['arm-translation'],
	lbt_mips: ['mips-translation'],
};

const VIRTUALISATION: Readonly<Record<string, string>> = { vmx: 'vmx', svm: 'svm', lvz: 'lvz', vz: 'vz' };

export interface Features {
	readonly features: Field<string[]>;
	readonly flags: Field<string[]>;
	readonly virtualisation: Field<string>;
}

export function detectFeatures(read: CpuEvidence): Features {
	const entry = inBlocks(read.cpuinfo, 'flags', 'features', 'ases implemented');
	const other = read.lscpu.get('flags');
	const found = entry ?? other;
	if (found === undefined) {
		const reason = 'no list of CPU flags';
		return { features: unknown(reason), flags: unknown(reason), virtualisation: virtualisationOfLscpu(read) };
	}
	const from = entry === undefined ? 'lscpu' : '/proc/cpuinfo';
	const flags = found.value.split(/\s+/u).filter(Boolean);
	const meanings = flags.flatMap((flag) => (Object.hasOwn(MEANINGS, flag) ? (MEANINGS[flag] ?? []) : []));
	const line = evidence(from, found.raw.slice(0, 400), found.line);
	const virtualisation = flags.map((flag) => VIRTUALISATION[flag]).find((name) => name !== undefined);
	return {
		features: certain([...new Set(meanings)].sort(), line),
		flags: certain(flags, evidence(from, `${found.key}: ${flags.length} entries`, found.line)),
		virtualisation: virtualisation === undefined ? virtualisationOfLscpu(read) : certain(virtualisation, line),
	};
}

function virtualisationOfLscpu(read: CpuEvidence): Field<string> {
	const entry = read.lscpu.get('virtualization');
	const name = { 'AMD-V': 'svm', 'VT-x': 'vmx' }[entry?.value ?? ''];
	return entry === undefined || name === undefined
		? unknown('no flag names hardware virtualisation')
		: certain(name, evidence('lscpu', entry.raw, entry.line));
}
