/** Names of architectures in asset lists and packages, by the instruction set of the host profile. */
const NAMES: Readonly<Record<string, string>> = {
	x86_64: 'x64',
	aarch64: 'arm64',
	loongarch64: 'loong64',
	mips64el: 'mips64el',
	sw_64: 'sw64',
	riscv64: 'riscv64',
};

export function architectureOf(isa: string | null): string | null {
	return isa === null ? null : (NAMES[isa] ?? isa);
}
