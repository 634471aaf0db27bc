import type { ErrorTable } from './table.ts';

export const hostErrors = {
	'host.no-field': {
		exit: 2,
		zh: '这次检测的结果中没有字段“{field}”。字段路径形如 memory.modules.0.part。',
		en: 'This detection has no field “{field}”. A field is a path such as memory.modules.0.part.',
	},
	'host.no-snapshot': {
		exit: 2,
		zh: '“{path}”不是快照目录。请指定由 host snapshot 写出的目录。',
		en: '“{path}” is not a snapshot directory. Name a directory that host snapshot wrote.',
	},
	'host.snapshot-exists': {
		exit: 2,
		zh: '“{path}”已存在且不为空。请指定一个新目录，快照不会覆盖任何文件。',
		en: '“{path}” is there and not empty. Name a new directory: a snapshot overwrites nothing.',
	},
	'host.snapshot-not-written': {
		exit: 3,
		zh: '无法写入快照“{path}”：{reason}。请检查权限和剩余空间。',
		en: 'The snapshot “{path}” could not be written: {reason}. Check the permissions and the free space.',
	},
} as const satisfies ErrorTable;
