import type { TextTable } from './text-table.ts';

export const overviewTexts = {
	'overview.title': ['概览', 'Overview'],
	'overview.firstTitle': ['从这里开始', 'Start here'],
	'overview.firstText': ['三步得到第一份结果，不需要网络。', 'Three steps to a first result, without a network.'],
	'overview.step.host': ['检测主机', 'Detect the host'],
	'overview.step.hostHelp': [
		'读出处理器、内存、系统等信息，每个值都带来源。',
		'Reads processor, memory, system and more; each value with its source.',
	],
	'overview.step.product': ['选择产品', 'Choose a product'],
	'overview.step.productHelp': [
		'被测软件的安装包；只检查本机时可跳过。',
		'The package under test; skip it to check this machine only.',
	],
	'overview.step.suite': ['选择套件', 'Choose a suite'],
	'overview.step.suiteHelp': [
		'套件说明要回答的问题；先看试运行清单，再开始。',
		'A suite says which questions are answered; see the dry run first, then start.',
	],
	'overview.step.done': ['已完成', 'Done'],
	'overview.unfinished': ['未完成的工作', 'Unfinished work'],
	'overview.nothingUnfinished': ['没有未完成的工作。', 'Nothing is unfinished.'],
	'overview.continue': ['继续', 'Continue'],
	'overview.answer': ['去填写', 'Answer'],
	'overview.askingText': ['“{{title}}”在等待人工步骤', '“{{title}}” waits for a manual step'],
	'overview.answerOn': ['继续填写', 'Go on answering'],
	'overview.draft': ['草稿 {{on}}', 'draft of {{on}}'],
	'overview.pausedText': ['“{{title}}”已暂停', '“{{title}}” is paused'],
	'overview.interruptedText': ['“{{title}}”被中断', '“{{title}}” was interrupted'],
	'overview.runningText': ['“{{title}}”正在运行', '“{{title}}” is running'],
	'overview.awaits.reviewer': [
		'的报告等待审核（{{date}} 签名）',
		'– the report waits for its review (signed {{date}})',
	],
	'overview.awaits.approver': [
		'的报告等待批准（{{date}} 签名）',
		'– the report waits for its approval (signed {{date}})',
	],
	'overview.do.reviewer': ['去审核', 'Review'],
	'overview.do.approver': ['去批准', 'Approve'],
	'overview.returned': ['的报告被退回，需要更正', '– the report was returned and has to be corrected'],
	'overview.awaitsOthers': [
		'等待其他人审核或批准的报告：{{count}} 份',
		'Reports that wait for somebody else’s review or approval: {{count}}',
	],
	'overview.host': ['本机', 'This machine'],
	'overview.hostMore': ['全部字段', 'All fields'],
	'overview.suites': ['已安装的套件', 'Installed suites'],
	'overview.suitesReady': [
		'{{total}} 个套件中有 {{ready}} 个资源齐全。',
		'{{ready}} of {{total}} suites have all assets.',
	],
	'overview.suitesMissing': ['{{title}}：缺 {{count}} 项资源', '{{title}}: assets missing: {{count}}'],
	'overview.lastRuns': ['最近的运行', 'Latest runs'],
	'overview.allRuns': ['全部运行', 'All runs'],
} as const satisfies TextTable;
