import type { ErrorTable } from './table.ts';

/** What a laboratory sets for all who work on its data folder. */
export const settingsErrors = {
	'settings.bad-value': {
		exit: 2,
		zh: '设置“{name}”的值不对：{problems}。原设置未改变。',
		en: 'The value for the setting “{name}” is not right: {problems}. The setting was not changed.',
	},
	'settings.own-method': {
		exit: 2,
		zh: '设置“{name}”须用方法“{method}”更改：所给文件或文件夹要先检查。',
		en: 'The setting “{name}” is changed by the method “{method}”: the file or folder has to be checked first.',
	},
	'settings.bad-target': {
		exit: 2,
		zh: '“{target}”不是网络目标。应为主机，可带端口，如 10.0.0.5、db.lab:5432、[fd00::5]:80；不支持网段与通配符。',
		en: '“{target}” is no network target. Expected a host or host:port, such as 10.0.0.5, db.lab:5432 or [fd00::5]:80; ranges and wildcards are not taken.',
	},
	'settings.nobody': {
		exit: 2,
		zh: '更改“{name}”须记下是谁改的：请先在“设置 › 实验室与人员”填写“我的姓名”，命令行用 --by。',
		en: 'Who changes “{name}” goes on record: give your name in Settings › Laboratory and people first, or with --by.',
	},
	'settings.logo-size': {
		exit: 2,
		zh: '徽标文件 {file} 有 {size} 字节，上限为 {largest} 字节。请导出较小的 PNG，宽 600 像素左右即可。',
		en: 'The logo {file} has {size} bytes, more than the {largest} allowed. Export a smaller PNG; a width of some 600 pixels is enough.',
	},
	'settings.logo-kind': {
		exit: 2,
		zh: '徽标须为 PNG 或 JPEG（按内容判断，与文件名无关），{file} 是 {found}。请导出为 PNG 后重试。',
		en: 'A logo is PNG or JPEG (by its content, whatever its name); {file} is {found}. Export it as PNG and try again.',
	},
	'settings.logo-broken': {
		exit: 2,
		zh: '徽标文件 {file} 开头是 {found}，但不完整或已损坏，或用了并非处处可显示的形式（如隔行 PNG）。请重新导出。',
		en: 'The logo {file} begins as {found}, but is not whole, is damaged, or has a form that not every program shows (such as an interlaced PNG). Export it again.',
	},
	'settings.logo-pixels': {
		exit: 2,
		zh: '徽标为 {width} × {height} 像素；每边须在 {least} 至 {most} 之间。',
		en: 'The logo has {width} × {height} pixels; each side must be between {least} and {most}.',
	},
} as const satisfies ErrorTable;
