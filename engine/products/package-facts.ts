import type { ProductPackage } from '../../contract/product.ts';

/** What a package file says about itself; empty where it says nothing. */
export interface PackageFacts {
	readonly format: NonNullable<ProductPackage['format']>;
	readonly name: string;
	readonly version: string;
	readonly vendor: string;
	/** As in host.cpu.isa, "noarch" for all, empty when unknown. */
	readonly arch: string;
}

/** The architecture names of package formats, as instruction sets. */
const ARCHITECTURES: Readonly<Record<string, string>> = {
	amd64: 'x86_64',
	x86_64: 'x86_64',
	x64: 'x86_64',
	i386: 'i686',
	i686: 'i686',
	arm64: 'aarch64',
	aarch64: 'aarch64',
	loong64: 'loongarch64',
	loongarch64: 'loongarch64',
	mips64el: 'mips64el',
	sw64: 'sw_64',
	sw_64: 'sw_64',
	riscv64: 'riscv64',
	all: 'noarch',
	any: 'noarch',
	noarch: 'noarch',
};

export function architecture(name: string): string {
	return ARCHITECTURES[name.toLowerCase()] ?? name;
}
