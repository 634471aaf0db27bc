import type { ErrorTable } from './table.ts';

/** What the loopback server refuses before the engine is asked. */
export const serverErrors = {
	'server.wrong-host': {
		exit: 2,
		zh: '请求的地址“{host}”不是本服务的地址。请使用启动时显示的链接。',
		en: 'The request names “{host}”, which is not this server. Use the link that was shown at the start.',
	},
	'server.wrong-origin': {
		exit: 2,
		zh: '来自“{origin}”的请求已拒绝：只接受本页面自己的请求。',
		en: 'The request from “{origin}” was refused: only this page itself may ask.',
	},
	'server.signed-out': {
		exit: 2,
		zh: '此浏览器尚未登录。请使用启动时显示的一次性链接，或重新启动服务以取得新链接。',
		en: 'This browser is not signed in. Use the one-time link shown at the start, or restart the server for a new one.',
	},
	'server.link-used': {
		exit: 2,
		zh: '一次性链接不正确或已使用过。请重新启动服务以取得新链接。',
		en: 'The one-time link is wrong or was already used. Restart the server for a new one.',
	},
	'server.wrong-password': {
		exit: 2,
		zh: '密码不正确。请在 {seconds} 秒后重试。',
		en: 'The password is not right. Try again in {seconds} seconds.',
	},
	'server.too-large': {
		exit: 2,
		zh: '请求内容超过 {limit} 字节的上限，未作任何更改。',
		en: 'The request is larger than the limit of {limit} bytes; nothing was changed.',
	},
	'server.no-such-file': {
		exit: 2,
		zh: '没有编号为“{id}”的传输文件；它可能已被清理。请重新选择文件。',
		en: 'There is no transferred file “{id}”; it may have been cleared. Choose the file again.',
	},
	'server.wrong-place': {
		exit: 2,
		zh: '上传的数据块应从第 {expected} 字节开始，实际为 {found}。请重新选择文件。',
		en: 'The uploaded part should begin at byte {expected} but begins at {found}. Choose the file again.',
	},
	'server.port-in-use': {
		exit: 3,
		zh: '端口 {port} 已被占用。请用 --port 指定另一个端口，或用 --port 0 自动选择。',
		en: 'Port {port} is in use. Name another with --port, or let one be chosen with --port 0.',
	},
	'server.cannot-listen': {
		exit: 3,
		zh: '无法在 {host} 的端口 {port} 上监听：{reason}。端口应为 0 到 65535；1024 以下通常需要 root。请用 --port 指定另一个端口。',
		en: 'Cannot listen on port {port} of {host}: {reason}. A port is 0 to 65535, and below 1024 it usually takes root. Name another with --port.',
	},
	'server.bad-certificate': {
		exit: 2,
		zh: '证书“{certificateFile}”和私钥“{keyFile}”不能用于 HTTPS：{reason}。需要同一对 PEM 文件，且证书未过期。',
		en: 'The certificate “{certificateFile}” and the key “{keyFile}” cannot serve HTTPS: {reason}. Both must be PEM, belong together, and the certificate must not have expired.',
	},
	'server.no-page': {
		exit: 3,
		zh: '在“{directory}”中找不到页面文件。请先运行 npm run build。',
		en: 'The page was not found in “{directory}”. Run npm run build first.',
	},
	'server.lan-needs': {
		exit: 2,
		zh: '向局域网开放需要证书、私钥和至少 {length} 个字符的密码；缺少：{missing}。',
		en: 'Opening to the network needs a certificate, its key and a password of at least {length} characters; missing: {missing}.',
	},
} as const satisfies ErrorTable;
