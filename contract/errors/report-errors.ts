import type { ErrorTable } from './table.ts';

export const reportErrors = {
	'report.choose-key': {
		exit: 2,
		zh: '此处有多位所有者的密钥（{owners}）。请用 --key 指明由谁签名。',
		en: 'There are keys of several owners here ({owners}). Say with --key who signs.',
	},
	'report.stopped': {
		exit: 1,
		zh: '已取消，文件未写出。',
		en: 'Cancelled; no file was written.',
	},
	'report.run-not-ended': {
		exit: 2,
		zh: '运行 {run} 尚未结束（{state}），不能出具报告。请先用 resume 继续或用 cancel 结束。',
		en: 'Run {run} has not ended ({state}), so there is nothing to report yet. Resume it, or end it with cancel.',
	},
	'report.not-found': {
		exit: 2,
		zh: '没有编号以“{report}”开头的已签名报告。用 report list 查看已有的报告，或用 --file 给出 .xcr 文件。',
		en: 'There is no signed report whose id starts with “{report}”. See report list for those that are there, or give the .xcr file with --file.',
	},
	'report.not-imported': {
		exit: 2,
		zh: '没有编号以“{report}”开头的导入报告。用 report list --imported 查看已导入的报告。',
		en: 'There is no imported report whose id starts with “{report}”. See report list --imported for those that are there.',
	},
	'report.own': {
		exit: 2,
		zh: '{report} 是本机签发的报告，不能移除；需要时用 report supersede 更正，或由签署人用 review 撤回。',
		en: '{report} was signed here and cannot be removed. Correct it with report supersede, or have its signer withdraw it with review.',
	},
	'report.ambiguous': {
		exit: 2,
		zh: '有 {count} 份报告的编号以“{report}”开头。请多写几位。',
		en: '{count} reports have an id that starts with “{report}”. Give more of it.',
	},
	'report.no-reason': {
		exit: 2,
		zh: '更正报告须写明更正的原因（ISO/IEC 17025 7.8.8）。请用 --reason 给出。',
		en: 'A report that corrects another must say why (ISO/IEC 17025 7.8.8). Give the reason with --reason.',
	},
	'report.no-numbering': {
		exit: 2,
		zh: '还没有报告编号规则。请在“设置 › 实验室与人员”中填写，如 {example}。',
		en: 'There is no rule for report numbers yet. Give one in Settings › Laboratory, such as {example}.',
	},
	'report.bad-numbering': {
		exit: 2,
		zh: '报告编号规则“{rule}”中没有序号。请加入序号，如 {example}。',
		en: 'The rule for report numbers “{rule}” has no sequence. Put one in, as in {example}.',
	},
	'report.fontMissing': {
		exit: 3,
		zh: '需要字体文件 {file} 才能生成 PDF，在 {folder} 中没有找到。请重新安装本程序，或用环境变量 SHIPEI_FONTS 指定存放字体的文件夹。',
		en: 'The PDF needs the font file {file}; it is not in {folder}. Install the program again, or name the folder that holds the fonts in SHIPEI_FONTS.',
	},
	'report.fontUnreadable': {
		exit: 3,
		zh: '需要含 Unicode 字符表（cmap 格式 12）的 TrueType 字体，{file} 不是。请换回随程序提供的字体文件。',
		en: 'Expected a TrueType font with a Unicode character map (cmap format 12), {file} has none. Put back the font that came with the program.',
	},
	'report.templateUnreadable': {
		exit: 2,
		zh: '需要 DOCX 模板（Word 2007 及以上格式），所给文件读不出来：{problem}。请用 Word 或 WPS 另存为 .docx 后重试。',
		en: 'Expected a DOCX template (Word 2007 or later), the file given cannot be read: {problem}. Save it as .docx with Word or WPS and try again.',
	},
	'report.templatePlaceholder': {
		exit: 2,
		zh: '模板含有未知的占位符：{names}。请对照模板说明改正，或删除它们。',
		en: 'The template has placeholders that do not exist: {names}. Correct them by the template guide, or remove them.',
	},
} as const satisfies ErrorTable;
