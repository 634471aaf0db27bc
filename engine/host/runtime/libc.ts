import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, unknown } from '../field.ts';
import type { Source } from '../source/source.ts';

export async function detectLibc(source: Source): Promise<HostProfile['runtime']['libc']> {
	const answer = await source.run(['getconf', 'GNU_LIBC_VERSION']);
	const match = /^(glibc) (\S+)/u.exec(answer?.stdout ?? '');
	if (match !== null) return libc('glibc', match[2], 'getconf GNU_LIBC_VERSION', match[0]);
	// ldd is a shell script: asked only where getconf is not there.
	const ldd = await source.run(['ldd', '--version']);
	const first = ldd?.stdout.split('\n').find((line) => line.trim() !== '') ?? '';
	const gnu = /^ldd \(.*\) (\d+\.\d+)/u.exec(first);
	if (gnu !== null) return libc('glibc', gnu[1], 'ldd --version', first);
	const musl = /^Version (\d\S*)/mu.exec(ldd?.stdout ?? '');
	if (/^musl libc/u.test(first)) return libc('musl', musl?.[1], 'ldd --version', first);
	return { name: unknown('neither getconf nor ldd tells'), version: unknown('neither getconf nor ldd tells') };
}

function libc(name: string, version: string | undefined, from: string, line: string): HostProfile['runtime']['libc'] {
	const said = evidence(from, line);
	return {
		name: certain(name, said),
		version: version === undefined ? unknown('not said', said) : certain(version, said),
	};
}

const LOADER_DIRECTORIES = ['/lib64', '/lib'];

const LOADERS: Readonly<Record<string, readonly string[]>> = {
	x86_64: ['ld-linux-x86-64.so.2'],
	aarch64: ['ld-linux-aarch64.so.1'],
	loongarch64: ['ld-linux-loongarch-lp64d.so.1', 'ld.so.1'],
	mips64el: ['ld.so.1', 'ld-linux-mipsn8.so.1'],
	riscv64: ['ld-linux-riscv64-lp64d.so.1'],
	sw_64: ['ld-linux.so.2', 'ld-linux-sw-64.so.2'],
};

/** The program interpreter that native programs of this machine name. New world comes first: it may carry both. */
export async function detectLoader(source: Source, isa: string | null): Promise<Field<string>> {
	const names = isa === null ? [] : (LOADERS[isa] ?? []);
	const listings = await Promise.all(LOADER_DIRECTORIES.map((path) => source.list(path)));
	for (const name of [...names, `ld-musl-${isa ?? ''}.so.1`]) {
		const index = listings.findIndex((listing) => listing?.includes(name));
		if (index >= 0) {
			const path = `${LOADER_DIRECTORIES[index]}/${name}`;
			return certain(path, evidence(path, 'present'));
		}
	}
	return unknown('no known loader is there');
}

/** LoongArch only: programs of one world do not start in the other. */
export function detectAbiWorld(isa: string | null, loader: Field<string>): Field<string> {
	if (isa !== 'loongarch64') return unknown('only LoongArch has two worlds');
	if (loader.value === null) return unknown('no known loader is there');
	return certain(loader.value.includes('loongarch-lp64d') ? 'new' : 'old', ...loader.evidence);
}
