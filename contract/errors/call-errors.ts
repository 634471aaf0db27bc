import type { ErrorTable } from './table.ts';

/** A call that never reached, or never left, the engine. */
export const callErrors = {
	'call.unknown-method': {
		exit: 2,
		zh: '没有名为“{method}”的方法。请更新客户端，使其与引擎版本一致。',
		en: 'There is no method “{method}”. Use a client of the same version as the engine.',
	},
	'call.bad-input': {
		exit: 2,
		zh: '“{method}”的参数不对：{problems}',
		en: 'The input of “{method}” is not right: {problems}',
	},
	'call.pattern-too-slow': {
		exit: 2,
		zh: '正则表达式“{pattern}”在此文件上耗时过长，搜索已停止。请改写，避免嵌套的重复（如 (a+)+）。',
		en: 'The regular expression “{pattern}” takes too long on this file, so the search was stopped. Write it without repetitions inside of repetitions, such as (a+)+.',
	},
	'call.unexpected': {
		exit: 3,
		zh: '“{method}”遇到未预料的错误：{reason}。已记录的结果不受影响；请把本信息连同日志一起报告。',
		en: '“{method}” met an unexpected error: {reason}. What was recorded is safe; please report this with the log.',
	},
	'call.engine-gone': {
		exit: 3,
		zh: '引擎没有应答（{reason}）。运行不受影响；正在重新连接。',
		en: 'The engine does not answer ({reason}). Runs are not affected; reconnecting.',
	},
	'call.not-yet': {
		exit: 3,
		zh: '“{what}”在此版本中尚未提供。',
		en: '“{what}” is not there yet in this version.',
	},
	'call.unreadable-file': {
		exit: 2,
		zh: '无法读取文件 {file}（{reason}）。请检查路径与权限。',
		en: 'The file {file} cannot be read ({reason}). Check its path and permissions.',
	},
	'call.file-too-large': {
		exit: 2,
		zh: '文件 {file} 有 {size} 字节，超过 {largest} 字节的上限。请截取有关部分。',
		en: 'The file {file} has {size} bytes, more than the {largest} allowed. Hand in the part that matters.',
	},
	'call.unwritable-file': {
		exit: 3,
		zh: '无法写入文件 {file}（{reason}）。请检查路径、权限与磁盘空间。',
		en: 'The file {file} cannot be written ({reason}). Check its path, permissions and the free space.',
	},
	'call.interrupted': { exit: 130, zh: '已中断。', en: 'Interrupted.' },
} as const satisfies ErrorTable;
