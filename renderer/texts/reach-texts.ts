import type { TextTable } from './text-table.ts';

/** Where suites come from, and where they may reach. */
export const reachTexts = {
	'settings.suites': ['套件与网络', 'Suites and network'],
	'settings.needPerson': [
		'这是实验室的规则，须记下是谁改的：请先在“实验室与人员”填写“我的姓名”。',
		'This is a rule of the laboratory, and who changes it goes on record: give your name in “Laboratory and people” first.',
	],
	'folders.title': ['套件文件夹', 'Folders of suites'],
	'folders.help': [
		'在这些文件夹及其下一级中查找 suite.yaml。套件会在本机运行命令，请只添加可信的文件夹。',
		'A suite.yaml is looked for in these folders and directly below. Suites run commands on this machine: add folders that you trust.',
	],
	'folders.folder': ['文件夹', 'Folder'],
	'folders.from': ['来源', 'Named by'],
	'folders.from.shipped': ['随程序提供', 'The program'],
	'folders.from.data': ['数据文件夹', 'The data folder'],
	'folders.from.environment': ['环境变量 SHIPEI_SUITES', 'Environment (SHIPEI_SUITES)'],
	'folders.from.settings': ['设置', 'Settings'],
	'folders.suites': ['套件', 'Suites'],
	'folders.gone': ['现在找不到', 'Not there now'],
	'folders.twice': ['另一文件夹中也有：{{ids}}', 'Also in another folder: {{ids}}'],
	'folders.remove': ['移除 {{directory}}', 'Remove {{directory}}'],
	'folders.path': ['引擎所在机器上的绝对路径', 'Absolute path on the machine of the engine'],
	'folders.choose': ['选择文件夹…', 'Choose a folder…'],
	'folders.add': ['添加文件夹', 'Add the folder'],
	'targets.title': ['网络目标', 'Network targets'],
	'targets.help': [
		'允许套件访问的主机。计划中的其他目标会在试运行清单中标明，开始前须逐一按名确认，并写入运行记录。这是规则与记录，不是防火墙：适配台不监视步骤实际发送了什么。',
		'Hosts that suites may reach. Any other that a plan names stands out in the dry run and has to be confirmed by its name before the start, which goes on record. A rule and a record, no firewall: what a step really sends is not watched.',
	],
	'targets.none': ['清单为空：每个目标都须确认。', 'The list is empty: every target has to be confirmed.'],
	'targets.target': ['主机，可带端口', 'Host, with or without a port'],
	'targets.example': ['如 10.0.0.5、db.lab:5432', 'such as 10.0.0.5, db.lab:5432'],
	'targets.wrong': [
		'应为主机，可带端口，如 db.lab:5432；不支持网段与通配符。',
		'Expected a host or host:port, such as db.lab:5432; ranges and wildcards are not taken.',
	],
	'targets.add': ['添加目标', 'Add the target'],
	'targets.remove': ['移除 {{target}}', 'Remove {{target}}'],
	'plan.targets': ['网络目标', 'Network targets'],
	'plan.targets.listed': ['在本实验室的清单内', 'on the laboratory’s list'],
	'plan.targets.foreign': [
		'不在本实验室的清单内：开始前须按名确认',
		'not on the laboratory’s list: to be confirmed by name before the start',
	],
	'plan.targets.later': ['生成计划时确定', 'known when a plan is made'],
	'plan.targets.note': [
		'以上是套件自己的声明；适配台不监视步骤实际访问了什么。',
		'These are the suite’s own words; what a step really reaches is not watched.',
	],
	'plan.confirmForeign': ['不在清单内的网络目标，请逐一确认', 'Network targets outside the list: confirm each'],
	'plan.confirmTarget': ['确认访问 {{target}}', 'Reach {{target}}'],
} as const satisfies TextTable;
