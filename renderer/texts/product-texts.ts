import type { TextTable } from './text-table.ts';

export const productTexts = {
	'products.title': ['产品', 'Products'],
	'products.new': ['新建产品', 'New product'],
	'products.empty': ['还没有登记被测产品。', 'No product has been entered yet.'],
	'products.emptyText': [
		'把安装包拖进来，名称、版本、架构和摘要会自动读出。',
		'Drop a package: name, version, architecture and digests are read from it.',
	],
	'products.package': ['安装包', 'Package'],
	'products.packages': ['安装包', 'Packages'],
	'products.read': ['读取安装包', 'Read the package'],
	'products.readHelp': [
		'支持 deb、rpm、AppImage、tar、zip、jar。只读取，不执行其中任何内容。',
		'deb, rpm, AppImage, tar, zip, jar. It is only read; nothing in it is executed.',
	],
	'products.sameVersion': [
		'同一版本出现不同安装包：已登记的摘要与此安装包不同。',
		'The same version with another package: the digest differs from the one entered before.',
	],
	'products.arch': ['架构', 'Architecture'],
	'products.contact': ['联系方式', 'Contact'],
	'products.purl': ['软件包标识（purl）', 'Package URL'],
	'products.format': ['格式', 'Format'],
	'products.saved': ['产品已保存', 'The product was saved'],
	'products.test': ['用它开始测试', 'Test it'],
	'products.nameNeeded': ['请填写名称。', 'Give it a name.'],
} as const satisfies TextTable;
