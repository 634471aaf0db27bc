import type { PackageFacts } from '../package-facts.ts';

const MACHINES: Readonly<Record<number, string>> = {
	3: 'i686',
	8: 'mips64el',
	40: 'arm',
	62: 'x86_64',
	183: 'aarch64',
	243: 'riscv64',
	258: 'loongarch64',
	39190: 'sw_64',
};

/** An ELF program with the letters AI and the type 1 or 2 at offset 8 (AppImage specification). */
export function isAppImage(start: Uint8Array): boolean {
	const elf = start[0] === 0x7f && start[1] === 0x45 && start[2] === 0x4c && start[3] === 0x46;
	return elf && start[8] === 0x41 && start[9] === 0x49 && (start[10] === 1 || start[10] === 2);
}

/** What an AppImage tells without being started: its architecture. */
export function readAppImage(start: Uint8Array): PackageFacts {
	const machine = (start[18] ?? 0) | ((start[19] ?? 0) << 8);
	return { format: 'appimage', name: '', version: '', vendor: '', arch: MACHINES[machine] ?? '' };
}
