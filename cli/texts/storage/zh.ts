import type { storageEn } from './en.ts';

/** storage 命令的中文文字；键与 en.ts 相同。 */
export const storageZh: Readonly<Record<keyof typeof storageEn, string>> = {
	storage: '数据目录按类别的占用，以及可以清理的内容（不会删除任何文件）',
	'storage.database': '数据库',
	'storage.evidence': '证据',
	'storage.reports': '报告',
	'storage.keys': '密钥',
	'storage.packages': '安装包',
	'storage.suites': '套件',
	'storage.backups': '升级前的数据库',
	'storage.scratch': '进行中的工作',
	'storage.other': '其他',
	'storage.files': '{files} 个文件',
	'storage.sum': '共 {size}；磁盘剩余 {free}；证据 {evidence} 份。',
	'storage.could': '备份后可以清理（不会自动删除）：',
	'storage.nothing': '没有可以清理的内容。',
	'storage.could.scratch': '中断的工作留下的文件',
	'storage.could.schemaBackups': '升级前的数据库副本',
	'storage.could.unnamed': '没有任何记录提到的证据文件',
	'storage.could.removedReports': '已不在列表中的导入报告',
	'storage.could.reported': '半年前签名的报告中也有的证据（至多）',
};
