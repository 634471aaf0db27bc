import type { ErrorTable } from './table.ts';

/** Suites, their manifests and the plans made from them. */
export const suiteErrors = {
	'suite.folder-unusable': {
		exit: 2,
		zh: '{directory} 不能作为套件文件夹：需要引擎所在机器上已有的文件夹的绝对路径。',
		en: '{directory} cannot be a folder of suites: expected the absolute path of a folder that exists on the machine of the engine.',
	},
	'suite.folder-known': {
		exit: 2,
		zh: '{directory} 已是套件文件夹。',
		en: '{directory} is a folder of suites already.',
	},
	'suite.folder-unknown': {
		exit: 2,
		zh: '{directory} 不在设置的套件文件夹之中；随程序提供的、数据文件夹内的以及由 SHIPEI_SUITES 指定的不能在此移除。',
		en: '{directory} is none of the folders in the settings; those that come with the program, lie in the data folder or stand in SHIPEI_SUITES are not removed here.',
	},
	'suite.unknown': {
		exit: 2,
		zh: '找不到套件“{suite}”。已有：{known}。也可以给出含 suite.yaml 的目录。',
		en: 'There is no suite “{suite}”. Known: {known}. A folder that holds a suite.yaml will do as well.',
	},
	'suite.broken': {
		exit: 2,
		zh: '套件“{suite}”有 {count} 处错误，不能运行。第一处：{file}:{line}:{column} {path}：应为{expectedZh}，实为“{found}”。请运行 shipei suite check {directory}。',
		en: 'The suite “{suite}” cannot be run (errors: {count}). The first: {file}:{line}:{column} {path}: expected {expected}, found “{found}”. Run: shipei suite check {directory}',
	},
	'suite.no-manifest': {
		exit: 2,
		zh: '“{directory}”中没有 suite.yaml，也没有含 suite.yaml 的下级目录。',
		en: 'There is no suite.yaml in “{directory}” nor in a folder directly below it.',
	},
	'suite.twice': {
		exit: 2,
		zh: '有两个套件的标识都是“{suite}”：{first} 与 {second}。请以目录指明其中一个。',
		en: 'Two suites have the id “{suite}”: {first} and {second}. Name one of them by its folder.',
	},
	'suite.changed': {
		exit: 2,
		zh: '套件“{suite}”在计划制定之后被改动（计划中为 {planned}，现为 {found}）。请重新制定计划。',
		en: 'The suite “{suite}” changed after the plan was made (planned {planned}, found {found}). Make a new plan.',
	},
	'suite.unknown-parameter': {
		exit: 2,
		zh: '没有名为“{name}”的参数。可用：{known}。',
		en: 'There is no parameter “{name}”. Known: {known}.',
	},
	'suite.bad-parameter': {
		exit: 2,
		zh: '参数“{name}”应为{expectedZh}，实为“{found}”。',
		en: 'The parameter “{name}” should be {expected}, found “{found}”.',
	},
	'suite.unknown-case': {
		exit: 2,
		zh: '所选套件中没有用例“{key}”。已有：{known}。',
		en: 'There is no case “{key}” in the chosen suites. Known: {known}.',
	},
	'suite.cycle': {
		exit: 2,
		zh: '用例的先后次序成环：{cycle}。请去掉其中一项 needs 或 after。',
		en: 'The order of the cases goes in a circle: {cycle}. Remove one of these needs or after.',
	},
	'suite.exists': {
		exit: 2,
		zh: '“{directory}”已存在且不为空，不会覆盖。请换一个目录。',
		en: '“{directory}” exists and is not empty; nothing is overwritten. Choose another folder.',
	},
	'suite.bad-id': {
		exit: 2,
		zh: '“{id}”不能用作标识：应由小写字母、数字和连字符组成，如 my-suite。',
		en: '“{id}” cannot be an id: use small letters, digits and hyphens, such as my-suite.',
	},
	'suite.not-written': {
		exit: 3,
		zh: '无法写入“{directory}”：{reason}。请检查权限与磁盘空间。',
		en: '“{directory}” cannot be written: {reason}. Check its permissions and the space on the disk.',
	},
} as const satisfies ErrorTable;
