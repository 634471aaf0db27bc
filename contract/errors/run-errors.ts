import type { ErrorTable } from './table.ts';

/** Carrying out a plan. */
export const runErrors = {
	'run.plan-changed': {
		exit: 2,
		zh: '计划与此前所示不同（当时 {expected}，现在 {found}）：主机、套件或参数已变化。请重新查看计划。',
		en: 'The plan is not the one that was shown (then {expected}, now {found}): host, suite or parameters changed. Look at it again.',
	},
	'run.network-unconfirmed': {
		exit: 2,
		zh: '此计划要访问不在本实验室网络目标清单内的 {targets}。须逐一按名确认后才启动：命令行为每个目标加 --network 目标；或由负责人把它加入“设置 › 套件与网络”的清单。',
		en: 'This plan reaches {targets}, which the laboratory’s list of network targets does not hold. It starts once each is confirmed by name: add --network TARGET for each, or have it put on the list in Settings › Suites and network.',
	},
	'run.nothing-to-resume': {
		exit: 2,
		zh: '没有被中断或暂停的运行。用 `shipei runs` 查看已有的运行。',
		en: 'No run is interrupted or paused. `shipei runs` lists what there is.',
	},
	'run.active': {
		exit: 1,
		zh: '另一个运行（{run}）正在进行，同一时间只能有一个。请等待其结束，或先暂停、取消它。',
		en: 'Another run ({run}) is going on; there can be one at a time. Wait for its end, or pause or cancel it first.',
	},
	'run.not-active': {
		exit: 1,
		zh: '运行 {run} 现在没有在执行（状态：{state}）。用 `shipei resume {run}` 继续。',
		en: 'The run {run} is not being carried out now (state: {state}). Continue it with `shipei resume {run}`.',
	},
	'run.ended': {
		exit: 1,
		zh: '运行 {run} 已结束，不能再改变。',
		en: 'The run {run} has ended and cannot be changed any more.',
	},
	'run.other-machine': {
		exit: 1,
		zh: '运行 {run} 属于另一台机器（{field} 当时为 {expected}，此处为 {found}），不能在此继续。请在原机器上继续，或在此重新运行。',
		en: 'The run {run} belongs to another machine ({field} was {expected}, here it is {found}) and cannot go on here. Go on there, or start a new run here.',
	},
	'run.suite-changed': {
		exit: 1,
		zh: '套件“{suite}”在制定计划之后已改变：期望摘要 {expected}，实际 {found}。请恢复原文件，或重新制定计划。',
		en: 'The suite “{suite}” changed after the plan was made: expected digest {expected}, found {found}. Restore its files, or plan again.',
	},
	'run.plan-unreadable': {
		exit: 3,
		zh: '运行 {run} 的计划或主机信息无法读取：{reason}。',
		en: 'The plan or the host profile of the run {run} cannot be read: {reason}.',
	},
	'run.secrets-missing': {
		exit: 2,
		zh: '运行 {run} 需要机密参数 {names}，它们从不存盘，须在启动和继续时给出：在终端中会询问；否则用 --secrets 指定含“名称=值”行的文件。',
		en: 'The run {run} needs the secret parameters {names}. They are never stored and have to be given at the start and at each resume: a terminal asks for them, else name a file of “name=value” lines with --secrets.',
	},
	'run.secrets-unreadable': {
		exit: 2,
		zh: '无法读取机密参数文件 {file}：{reason}。',
		en: 'The file {file} with secret parameters cannot be read: {reason}.',
	},
	'run.no-scratch': {
		exit: 3,
		zh: '无法创建工作目录 {directory}（{reason}）。请检查磁盘空间与权限，然后用 resume 继续。',
		en: 'The scratch folder {directory} cannot be made ({reason}). Check space and permissions of the disk, then resume.',
	},
	'run.no-case': {
		exit: 2,
		zh: '运行 {run} 中没有用例“{key}”。',
		en: 'The run {run} has no case “{key}”.',
	},
	'run.case-ended': {
		exit: 1,
		zh: '用例“{key}”已结束（{status}），不能再跳过。',
		en: 'The case “{key}” has ended ({status}) and cannot be skipped any more.',
	},
	'run.case-not-ended': {
		exit: 1,
		zh: '用例“{key}”尚未结束：只有结束的用例才能重试或放行。',
		en: 'The case “{key}” has not ended yet: only one that ended can be tried again or waived.',
	},
	'run.not-asking': {
		exit: 1,
		zh: '用例“{key}”的步骤“{step}”现在没有等待回答。',
		en: 'The step “{step}” of the case “{key}” is not waiting for an answer now.',
	},
	'run.no-command': {
		exit: 2,
		zh: '步骤“{step}”没有命令“{command}”。可用的：{known}。',
		en: 'The step “{step}” offers no command “{command}”. There are: {known}.',
	},
	'run.command-broken': {
		exit: 2,
		zh: '命令“{command}”无法启动：{reason}。这是套件的错误，请告知其作者。',
		en: 'The command “{command}” cannot be started: {reason}. The suite is at fault; tell its author.',
	},
	'run.answer-count': {
		exit: 2,
		zh: '每个预期结果需要且只需要一个回答：第 {expected} 项（{what}）有 {found} 个。',
		en: 'Every expected result needs exactly one answer: number {expected} ({what}) has {found}.',
	},
	'run.answer-unknown': {
		exit: 2,
		zh: '回答指向第 {expected} 项预期结果，但该步骤最大编号为 {most}。',
		en: 'An answer is for expected result {expected}, but the last one of this step is {most}.',
	},
	'run.comment-missing': {
		exit: 2,
		zh: '第 {expected} 项判为不通过或带条件通过时，必须写明原因。',
		en: 'Expected result {expected}: whoever answers failed or warned must say why.',
	},
	'run.evidence-missing': {
		exit: 2,
		zh: '第 {expected} 项需要证据（{kinds}），但没有提供。',
		en: 'Expected result {expected} needs evidence ({kinds}); none was given.',
	},
	'run.name-missing': {
		exit: 2,
		zh: '必须填写操作人员姓名。',
		en: 'The name of the operator is needed.',
	},
	'run.witness-missing': {
		exit: 2,
		zh: '本实验室要求人工结果有第二人见证：请填写与操作人“{by}”不同的见证人姓名。',
		en: 'This laboratory wants manual results witnessed: name a second person, other than “{by}”.',
	},
	'run.reason-missing': {
		exit: 2,
		zh: '必须写明原因。',
		en: 'A reason is needed.',
	},
	'run.not-waivable': {
		exit: 1,
		zh: '套件不允许放行用例“{key}”。',
		en: 'The suite allows no waiver for the case “{key}”.',
	},
	'run.nothing-to-waive': {
		exit: 1,
		zh: '用例“{key}”的结论是“{status}”，没有可放行的内容：只有不通过、出错或超时的用例才能带条件通过。',
		en: 'The case “{key}” is {status}: there is nothing to waive. Only a case that failed, broke or ran out of time can be.',
	},
} as const satisfies ErrorTable;
