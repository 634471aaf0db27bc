import { existsSync } from 'node:fs';
import { arch } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The built-in kernels for this machine, as they are committed. */
export const KERNELS = fileURLToPath(
	new URL(`../../../build/kernels/bin/linux-${arch()}/shipei-kernels`, import.meta.url),
);

export function kernelsHere(): boolean {
	return existsSync(KERNELS);
}
