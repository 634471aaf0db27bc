import { expect, test } from 'vitest';
import { kernelAbi } from '../../../renderer/screens/matrix/kernel-abi.ts';

test.each([
	['4.19.90-25.10.v2101.ky10.aarch64', '4.19.90-25.44.v2101.ky10.aarch64'],
	['5.10.0-153.12.0.92.oe2203sp2.x86_64', '5.10.0-153.56.0.134.oe2203sp2.x86_64'],
	['5.10.134-16.1.an8.x86_64', '5.10.134-16.3.an8.x86_64'],
	['4.19.190+', '4.19.190'],
	['something else', 'something else'],
])('drivers built for %s load in %s: the same kernel, built again', (one, other) => {
	expect(kernelAbi(one)).toBe(kernelAbi(other));
});

test.each([
	['5.4.18-85-generic', '5.4.18-110-generic'],
	['4.19.90-17.ky10.aarch64', '4.19.90-25.ky10.aarch64'],
	['6.1.0-13-amd64', '6.1.0-13-rt-amd64'],
	['5.14.0-427.el9.aarch64', '5.14.0-427.el9.aarch64+64k'],
	['4.19.0-arm64-desktop', '4.19.0-arm64-server'],
	['6.6.36-amd64-desktop-hwe', '6.6.40-amd64-desktop-hwe'],
	['something else', 'something new'],
])('those built for %s do not for %s', (one, other) => {
	expect(kernelAbi(one)).not.toBe(kernelAbi(other));
});
