import type { TextTable } from './text-table.ts';

export const documentSettingsTexts = {
	'settings.documents': ['报告版式', 'Documents'],
	'settings.documents.help': [
		'只加在本机构的报告上：此处的草稿，或由此处的密钥、信任列表中同名机构的密钥签名的报告。不属于签名内容，他处打开同一份 .xcr 时没有它们。',
		'Only on reports of this laboratory: drafts from here, or signed by a key that lies here or that the trust list gives to a laboratory of this name. No part of what is signed: elsewhere the same .xcr is printed without them.',
	],
	'report.docxBuiltIn': ['DOCX（程序自带版式）', 'DOCX (the program’s layout)'],
	'settings.logo': ['封面徽标', 'Logo on the cover'],
	'settings.logo.help': [
		'PNG 或 JPEG，至多 1 MB，每边 16 至 4000 像素；印在 PDF、DOCX 与 HTML 封面的左上角，至多 60 × 18 毫米。不收 SVG：它可以带脚本，且各处显示不一。请勿在此放 CNAS、CMA 等认可标识，它们应放在您自己的 DOCX 模板里。',
		'PNG or JPEG, at most 1 MB, 16 to 4000 pixels a side; top left on the cover of PDF, DOCX and HTML, at most 60 × 18 mm. No SVG: it can carry scripts and looks different everywhere. Do not put accreditation marks (CNAS, CMA) here: they belong into your own DOCX template.',
	],
	'settings.logo.preview': ['徽标预览', 'Preview of the logo'],
	'settings.logo.pixels': ['{{width}} × {{height}} 像素', '{{width}} × {{height}} pixels'],
	'settings.kept.none': ['未设置', 'Not set'],
	'settings.kept.since': ['设置于', 'Set on'],
	'settings.choose': ['选择文件…', 'Choose a file…'],
	'settings.replace': ['更换…', 'Replace…'],
	'settings.logo.remove': ['移除徽标', 'Remove the logo'],
	'settings.template.remove': ['移除模板', 'Remove the template'],
	'settings.seal': ['盖章处', 'Place for the seal'],
	'settings.seal.shown': ['在封面留盖章处', 'Leave a place for the seal on the cover'],
	'settings.seal.zh': ['盖章处的文字（中文文档）', 'Words in it (Chinese documents)'],
	'settings.seal.en': ['盖章处的文字（英文文档）', 'Words in it (English documents)'],
	'settings.seal.usual.zh': ['（检验检测专用章）', '(the usual ones)'],
	'settings.seal.usual.en': ['(seal of the laboratory)', '(seal of the laboratory)'],
	'settings.seal.height': ['高度（毫米）', 'Height (mm)'],
	'settings.seal.heightHelp': ['20 至 50；不填为通常的高度。', '20 to 50; left empty, the usual height.'],
	'settings.declaration': ['声明页的补充', 'Additions to the statement page'],
	'settings.declaration.help': [
		'每行一句，列在声明页通常各条之后，标题为“测试机构补充声明”。通常各条始终保留，不能在此更改。只填一种语言时，另一种语言的文档也印它。',
		'One sentence a line, after the usual ones, under the title “Added by the laboratory”. The usual ones always stay. What is there in one language only is printed in documents of the other, too.',
	],
	'settings.declaration.zh': ['中文', 'Chinese'],
	'settings.declaration.en': ['英文', 'English'],
	'settings.declaration.tooLong': [
		'至多 20 句，每句至多 500 个字符。',
		'At most 20 sentences, each of at most 500 characters.',
	],
	'settings.template': ['DOCX 模板', 'DOCX template'],
	'settings.template.help': [
		'选择一次，此后本机构报告的 DOCX 都用它输出；选择时检查，含未知占位符的不予采用。每份文档仍可改用程序自带的版式。',
		'Chosen once, every DOCX of a report of this laboratory is printed in it; checked at once, one with an unknown placeholder is not taken. Each document can still be had in the layout of the program.',
	],
	'settings.template.example.zh': ['下载中文示例模板', 'Example template in Chinese'],
	'settings.template.example.en': ['下载英文示例模板', 'Example template in English'],
} as const satisfies TextTable;
