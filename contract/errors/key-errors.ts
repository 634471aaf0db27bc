import type { ErrorTable } from './table.ts';

export const keyErrors = {
	'key.passphrase-file': {
		exit: 2,
		zh: '无法读取口令文件 {file}（{reason}）。',
		en: 'The passphrase file {file} cannot be read ({reason}).',
	},
	'key.not-a-key': {
		exit: 2,
		zh: '文件中没有可用的密钥。需要 PEM 格式（以 -----BEGIN 开头）的 PKCS #8 私钥或 SPKI 公钥；请检查是否选错了文件。',
		en: 'There is no usable key in the file. A PEM file (it starts with -----BEGIN) with a PKCS #8 private key or an SPKI public key is needed; check that it is the right file.',
	},
	'key.unsupported': {
		exit: 2,
		zh: '密钥的算法或加密方式不受支持。支持 SM2 与 Ed25519，加密方式为 PBES2（PBKDF2 或 scrypt，AES-CBC 或 SM4-CBC）；可用 openssl pkcs8 转换。',
		en: 'The algorithm or the encryption of the key is not supported. SM2 and Ed25519 are, under PBES2 (PBKDF2 or scrypt, AES-CBC or SM4-CBC); openssl pkcs8 converts others.',
	},
	'key.passphrase-needed': {
		exit: 2,
		zh: '此私钥已加密，需要口令。请输入口令后重试（命令行可用 --passphrase-file 或环境变量 SHIPEI_PASSPHRASE 给出）。',
		en: 'This private key is encrypted: its passphrase is needed. Enter it and try again (on the command line also with --passphrase-file or $SHIPEI_PASSPHRASE).',
	},
	'key.wrong-passphrase': {
		exit: 1,
		zh: '口令不对，私钥未能解开。请重新输入；口令丢失后私钥无法恢复，只能新建密钥。',
		en: 'The passphrase is wrong, the private key stays closed. Enter it again; a lost passphrase cannot be recovered, a new key must be made.',
	},
	'key.empty-passphrase': {
		exit: 2,
		zh: '口令不能为空。私钥文件一旦被复制，口令是唯一的保护。',
		en: 'The passphrase must not be empty: once a key file is copied, nothing else protects it.',
	},
	'key.not-found': {
		exit: 2,
		zh: '密钥目录中没有“{key}”。用 key list 查看已有的密钥。',
		en: 'There is no key “{key}” in the key folder. See key list for those that are there.',
	},
	'key.ambiguous': {
		exit: 2,
		zh: '有 {count} 个密钥的编号以“{key}”开头。请多写几位。',
		en: '{count} keys have an id that starts with “{key}”. Give more of it.',
	},
	'key.retired': {
		exit: 1,
		zh: '密钥 {key} 已于 {on} 停用，不能再用于签名。请换用其他密钥。',
		en: 'The key {key} was retired on {on} and signs no more. Use another key.',
	},
	'key.exists': {
		exit: 1,
		zh: '密钥 {key} 已在密钥目录中（{owner}），未作改动。如需停用或导出，请在密钥列表中操作。',
		en: 'The key {key} is in the key folder already ({owner}); nothing was changed. Retire or export it in the list of keys.',
	},
	'key.mismatch': {
		exit: 1,
		zh: '密钥文件中的私钥不是 {key}，文件可能被调换。请从备份恢复。',
		en: 'The private key in the file is not {key}; the file may have been swapped. Restore it from a backup.',
	},
	'key.bad-chain': {
		exit: 2,
		zh: '证书链不可用：其第一张证书不是密钥 {key} 的，或某一环的签名不成立。请按“本人证书在前、签发者在后”提供 PEM。',
		en: 'The certificate chain cannot be used: its first certificate is not that of the key {key}, or a link does not hold. Give it as PEM, own certificate first, issuers after it.',
	},
	'key.not-readable': {
		exit: 3,
		zh: '无法读取密钥文件“{path}”（{reason}）。请检查文件是否存在以及读取权限。',
		en: 'The key file “{path}” cannot be read ({reason}). Check that it is there and may be read.',
	},
	'key.not-writable': {
		exit: 3,
		zh: '无法写入密钥目录“{path}”（{reason}）。请检查权限与剩余空间。',
		en: 'The key folder “{path}” cannot be written ({reason}). Check permissions and free space.',
	},
} as const satisfies ErrorTable;
