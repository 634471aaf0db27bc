import type { ErrorTable } from './table.ts';

export const bundleErrors = {
	'bundle.not-readable': {
		exit: 3,
		zh: '无法读取报告文件“{path}”（{reason}）。请检查文件是否存在、是否有读取权限、介质是否完好。',
		en: 'The report file “{path}” cannot be read ({reason}). Check that it is there, may be read, and that the medium is sound.',
	},
	'bundle.not-writable': {
		exit: 3,
		zh: '无法写入报告文件“{path}”（{reason}）。请检查目录权限与剩余空间；原有文件未被改动。',
		en: 'The report file “{path}” cannot be written ({reason}). Check the folder’s permissions and free space; what was there is unchanged.',
	},
	'bundle.bad-statement': {
		exit: 3,
		zh: '报告声明不符合格式，未签名：{problems}',
		en: 'The report’s statement does not fit its format and was not signed: {problems}',
	},
	'bundle.statement-too-large': {
		exit: 1,
		zh: '报告声明有 {size} 字节，超过 {limit} 字节的上限，未签名。请把运行拆成几次，分别出具报告。',
		en: 'The report’s statement has {size} bytes, more than the limit of {limit}, and was not signed. Split the run and report its parts.',
	},
	'bundle.no-signer': {
		exit: 2,
		zh: '没有签名密钥。请先用 key new 新建密钥，或选择一个已有的密钥。',
		en: 'There is no key to sign with. Make one with key new, or choose one that is there.',
	},
	'bundle.evidence-missing': {
		exit: 3,
		zh: '缺少证据“{name}”（sha256 {sha256}），报告未写出。请检查数据目录是否完整。',
		en: 'The evidence “{name}” (sha256 {sha256}) is missing, no report was written. Check that the data folder is complete.',
	},
	'bundle.evidence-changed': {
		exit: 3,
		zh: '证据“{name}”的内容与记录时的摘要不符，报告未写出。数据目录可能已损坏或被改动。',
		en: 'The evidence “{name}” is not what it was when it was recorded, no report was written. The data folder may be damaged or altered.',
	},
	'bundle.too-large': {
		exit: 1,
		zh: '报告文件将有 {size} 字节，超过 {limit} 字节（FAT32 存储介质的上限）。请保留部分证据，或明确允许大文件。',
		en: 'The report file would have {size} bytes, more than {limit} (as much as a FAT32 stick can hold). Keep some evidence back, or allow large files.',
	},
	'bundle.invalid': {
		exit: 1,
		zh: '报告文件未通过核验（{check}：{detail}），未予采用，文件未改动。用 verify 查看全部检查项。',
		en: 'The report file did not pass verification ({check}: {detail}); it was not used and not changed. See all checks with verify.',
	},
	'bundle.blob-missing': {
		exit: 2,
		zh: '报告文件中没有这份证据（sha256 {sha256}）；它可能由出具方保留。',
		en: 'This evidence (sha256 {sha256}) is not in the report file; the issuer may have kept it back.',
	},
	'review.not-about-this': {
		exit: 2,
		zh: '这份审核或回执说的是另一份报告（{found}），不是 {expected}。',
		en: 'This review or receipt is about another report ({found}), not {expected}.',
	},
	'review.bad-envelope': {
		exit: 2,
		zh: '审核或回执的信封不可用：{problem}',
		en: 'The envelope of the review or receipt cannot be used: {problem}',
	},
	'review.same-person': {
		exit: 1,
		zh: '此人（或该密钥）已签署此报告（{role}）。编制、审核、批准须由不同的人签名。',
		en: 'This person (or this key) has signed the report already ({role}). Compiling, review and approval must be signed by different people.',
	},
	'review.no-reason': {
		exit: 2,
		zh: '否决、撤回与带条件批准须写明理由。',
		en: 'A rejection, a withdrawal and an approval with waivers need a reason.',
	},
	'review.open-more': {
		exit: 2,
		zh: '本实验室要求同意前至少打开 {needed} 份证据，目前打开了 {opened} 份。',
		en: 'This laboratory wants at least {needed} pieces of evidence opened before somebody agrees; {opened} were opened.',
	},
	'trust.not-readable': {
		exit: 3,
		zh: '无法读取信任列表“{path}”（{reason}）。',
		en: 'The trust list “{path}” cannot be read ({reason}).',
	},
	'trust.bad-list': {
		exit: 1,
		zh: '信任列表不可用：{problem}。请从发布方重新取得。',
		en: 'The trust list cannot be used: {problem}. Get it again from its publisher.',
	},
	'trust.no-root-key': {
		exit: 2,
		zh: '信任列表至少须有一个根密钥。请用 --root-key 给出（公钥 PEM 文件或密钥编号，可多次）。',
		en: 'A trust list needs at least one root key. Give them with --root-key (a public key in PEM, or a key id; repeat for more).',
	},
	'trust.signed-list': {
		exit: 2,
		zh: '“{file}”已有人签名，改动会使签名失效。请用 trust new --after 起草下一版，或改动未签名的草稿。',
		en: '“{file}” has been signed: a change would void the signatures. Draft the next version with trust new --after, or change the unsigned draft.',
	},
	'trust.not-a-root-key': {
		exit: 2,
		zh: '密钥 {keyid} 不是该信任列表的根密钥。若它是上一版的根密钥，请用 --after 给出上一版。',
		en: 'The key {keyid} is not a root key of this trust list. If it is one of the version before, give that list with --after.',
	},
	'trust.no-own-root-key': {
		exit: 2,
		zh: '此处的密钥都不是该信任列表的根密钥。若其中有上一版的根密钥，请用 --after 给出上一版。',
		en: 'None of the keys here is a root key of this trust list. If one is a root key of the version before, give that list with --after.',
	},
	'trust.signed-already': {
		exit: 2,
		zh: '密钥 {keyid} 已签过这份信任列表；同一密钥只计一次。',
		en: 'The key {keyid} has signed this trust list already; a key counts once.',
	},
	'trust.rollback': {
		exit: 1,
		zh: '信任列表第 {found} 版早于已采用的第 {known} 版，未导入。旧列表可能缺少近期的吊销。',
		en: 'The trust list has version {found}, older than version {known} that is in force, and was not imported. An old list may lack recent revocations.',
	},
	'trust.fork': {
		exit: 1,
		zh: '有另一份同为第 {version} 版但内容不同的信任列表，未导入。请向发布方查询：可能有人在伪造列表。',
		en: 'This trust list also has version {version} but says something else, and was not imported. Ask its publisher: somebody may be forging lists.',
	},
	'trust.gap': {
		exit: 1,
		zh: '信任列表第 {found} 版不能由已采用的第 {known} 版推出（缺少中间版本或轮换签名）。请导入完整的列表链。',
		en: 'Version {found} of the trust list does not follow from version {known} that is in force (a version between them or a rotation signature is missing). Import the whole chain.',
	},
	'trust.not-pinned': {
		exit: 1,
		zh: '信任列表的指纹是 {found}，与预先固定的 {pinned} 不符，未导入。',
		en: 'The trust list has the fingerprint {found}, not {pinned} as pinned, and was not imported.',
	},
	'trust.pin-needed': {
		exit: 2,
		zh: '首次导入信任列表须核对指纹。请向发布方核实 {found} 后，用 trust pin 固定，再导入。',
		en: 'The first trust list must be compared by fingerprint. Confirm {found} with its publisher, pin it with trust pin, then import.',
	},
} as const satisfies ErrorTable;
