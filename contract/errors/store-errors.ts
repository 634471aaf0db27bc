import type { ErrorTable } from './table.ts';

/** The data folder and the database in it. */
export const storeErrors = {
	'store.not-writable': {
		exit: 3,
		zh: '不能写入数据目录 {directory}（{reason}）。请改正权限，或用 --data 指定另一个目录。',
		en: 'The data folder {directory} cannot be written ({reason}). Correct its permissions, or name another folder with --data.',
	},
	'store.full': {
		exit: 3,
		zh: '{directory} 所在磁盘已满，无法记录（{reason}）。已记录的结果完好；请腾出空间后用 resume 继续。',
		en: 'The disk of {directory} is full, nothing more can be recorded ({reason}). What was recorded is intact; free some space, then resume.',
	},
	'store.newer': {
		exit: 3,
		zh: '数据库 {file} 由较新的 Shipei 写成（结构版本 {found}，本程序支持到 {supported}）。请使用新版本打开；文件未被改动。',
		en: 'The database {file} was written by a newer Shipei (schema {found}, this one knows up to {supported}). Open it with that version; the file was not touched.',
	},
	'store.check-stopped': {
		exit: 1,
		zh: '检查已取消，没有结论。',
		en: 'The check was cancelled; nothing was found out.',
	},
	'store.corrupt': {
		exit: 3,
		zh: '数据库 {file} 已损坏（{reason}）。文件未被改动；请从 {backups} 中的备份恢复，或用 --data 指定新目录。',
		en: 'The database {file} is damaged ({reason}). It was not touched; restore a backup from {backups}, or start a new folder with --data.',
	},
	'store.locked': {
		exit: 3,
		zh: '数据目录 {directory} 正由另一进程使用（进程号 {pid}，自 {since}）且无法与其通信。请先结束该进程，或用 --data 指定另一个目录。',
		en: 'The data folder {directory} is in use by another process (pid {pid}, since {since}) that does not answer. End that process first, or name another folder with --data.',
	},
	'store.failed': {
		exit: 3,
		zh: '数据库 {file} 的操作失败：{reason}。已记录的结果完好。',
		en: 'An operation on the database {file} failed: {reason}. What was recorded is intact.',
	},
	'store.backup-inside': {
		exit: 2,
		zh: '备份目录 {directory} 位于数据目录之内。请选择另一个磁盘或介质上的目录。',
		en: 'The backup folder {directory} lies inside the data folder. Name one on another disk or stick.',
	},
	'store.backup-occupied': {
		exit: 2,
		zh: '{directory} 应为空目录或本数据目录先前的备份，其中却有“{found}”。未写入任何内容；请选择另一个目录。',
		en: 'Expected an empty folder or an earlier backup of this data, but {directory} holds “{found}”. Nothing was written; name another folder.',
	},
	'store.backup-other': {
		exit: 2,
		zh: '{directory} 中是另一份记录（其第 {seq} 条与此处不同）。未写入任何内容；请选择另一个目录。',
		en: '{directory} holds other records than these (they part at entry {seq}). Nothing was written; name another folder.',
	},
	'store.no-run': {
		exit: 2,
		zh: '没有编号为“{run}”的运行。用 `shipei runs` 查看已有的运行。',
		en: 'There is no run “{run}”. `shipei runs` lists those that exist.',
	},
	'store.ambiguous-run': {
		exit: 2,
		zh: '“{run}”对应不止一个运行：{found}。请多写几位。',
		en: '“{run}” fits more than one run: {found}. Give more of its id.',
	},
	'store.no-case': {
		exit: 2,
		zh: '运行 {run} 中没有用例“{key}”。',
		en: 'Run {run} has no case “{key}”.',
	},
	'store.no-evidence': {
		exit: 2,
		zh: '没有摘要为 {sha256} 的证据。',
		en: 'There is no evidence with the digest {sha256}.',
	},
	'store.evidence-damaged': {
		exit: 3,
		zh: '证据文件 {file} 已被改动或损坏：内容与摘要 {sha256} 不符。请从备份恢复该文件。',
		en: 'The evidence file {file} was changed or is damaged: its bytes do not have the digest {sha256}. Restore it from a backup.',
	},
	'store.no-host': {
		exit: 2,
		zh: '没有编号为 {evidence} 的主机档案。',
		en: 'There is no host profile {evidence}.',
	},
} as const satisfies ErrorTable;
