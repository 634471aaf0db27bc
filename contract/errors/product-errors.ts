import type { ErrorTable } from './table.ts';

/** Packages of products under test, which are read and never executed. */
export const productErrors = {
	'product.ambiguous': {
		exit: 2,
		zh: '“{product}”对应不止一个产品：{found}。请写出编号。',
		en: '“{product}” fits more than one product: {found}. Give the id.',
	},
	'product.no-file': {
		exit: 2,
		zh: '找不到文件“{file}”。请检查路径。',
		en: 'There is no file “{file}”. Check the path.',
	},
	'product.changed': {
		exit: 2,
		zh: '“{file}”的内容与刚才读取时不同。请重新读取该安装包，再保存产品。',
		en: '“{file}” is not what was read before. Read the package again, then save the product.',
	},
	'product.not-a-file': {
		exit: 2,
		zh: '“{file}”不是普通文件。请给出安装包文件。',
		en: '“{file}” is not a regular file. Give the file of a package.',
	},
	'product.unreadable': {
		exit: 3,
		zh: '无法读取“{file}”：{reason}。请检查权限与磁盘。',
		en: '“{file}” cannot be read: {reason}. Check its permissions and the disk.',
	},
	'product.damaged': {
		exit: 2,
		zh: '“{file}”看上去是 {format} 包，但内容不完整或已损坏：{reason}。请重新获取该文件。',
		en: '“{file}” looks like a {format} package but is incomplete or damaged: {reason}. Fetch the file again.',
	},
	'product.unknown': {
		exit: 2,
		zh: '没有产品“{product}”，也没有该名称的文件。',
		en: 'There is no product “{product}”, and no file of that name.',
	},
} as const satisfies ErrorTable;
