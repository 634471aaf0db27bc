/**
 * What of a kernel's release decides whether drivers and modules built for it still load: its version, the distribution's
 * number of its interface (the first after the dash) and its flavour. What comes behind counts builds of the same kernel.
 * "4.19.90-25.10.v2101.ky10.aarch64" and "4.19.90-25.44.v2101.ky10.aarch64" are one, "5.4.18-85-generic" and "…-110-generic" two.
 */
export function kernelAbi(release: string): string {
	const [, version, number = ''] = /^(\d+\.\d+(?:\.\d+)?)(?:-(\d+))?/u.exec(release) ?? [];
	if (version === undefined) return release;
	const [, flavour = ''] = /(?:\+|-(?=[a-z]))(\w[\w.-]*)$/iu.exec(release) ?? [];
	return [version, number, flavour].filter((part) => part !== '').join('-');
}
