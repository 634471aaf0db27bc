import { readFileSync } from 'node:fs';

/** File systems whose reads end without asking a network or another process. */
const LOCAL_TYPES = new Set(
	(
		'proc sysfs devtmpfs devpts tmpfs ramfs rootfs ext2 ext3 ext4 xfs btrfs f2fs jfs reiserfs zfs bcachefs vfat exfat ' +
		'msdos ntfs3 iso9660 udf squashfs erofs cramfs overlay overlayfs aufs ubifs jffs2 bpf cgroup cgroup2 securityfs ' +
		'debugfs tracefs pstore efivarfs configfs fusectl mqueue hugetlbfs binfmt_misc nsfs selinuxfs rpc_pipefs'
	).split(' '),
);

export interface Mount {
	readonly path: string;
	readonly type: string;
}

export function liveMounts(): Mount[] {
	try {
		return parseMounts(readFileSync('/proc/self/mounts', 'utf8'));
	} catch {
		return [];
	}
}

export function parseMounts(text: string): Mount[] {
	return text.split('\n').flatMap((line) => {
		const [, path, type] = line.split(' ');
		return path === undefined || type === undefined ? [] : [{ path: unescapeMount(path), type }];
	});
}

/** Mount tables write blank, tab, newline and backslash as octal. */
export function unescapeMount(text: string): string {
	return text.replace(/\\([0-7]{3})/gu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

/** The mounts whose server (or FUSE process) may be dead, so that a mere look at them can hang for ever. */
export function mountsThatMayHang(mounts: readonly Mount[]): Mount[] {
	return mounts.filter((mount) => !LOCAL_TYPES.has(mount.type));
}

export function liesBelow(path: string, mount: Mount): boolean {
	return path === mount.path || path.startsWith(mount.path === '/' ? '/' : `${mount.path}/`);
}
