import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { ShipeiError } from '../contract/errors.ts';
import type { Text } from '../contract/text.ts';

const MIN_PASSWORD = 10;

/** What it takes to open the page to other machines: PEM files of a certificate and its key, and a password. */
export interface LanOptions {
	readonly certificateFile?: string | undefined;
	readonly keyFile?: string | undefined;
	readonly password?: string | undefined;
}

export interface Lan {
	readonly tls: { readonly cert: Buffer; readonly key: Buffer };
	readonly password: string;
}

/** Reads certificate and key; refuses when anything is missing, before any port is opened. */
export function requireLan(options: LanOptions): Lan {
	const { certificateFile, keyFile, password = '' } = options;
	const missing = [
		certificateFile === undefined ? 'certificate' : '',
		keyFile === undefined ? 'key' : '',
		password.length < MIN_PASSWORD ? 'password' : '',
	].filter((part) => part !== '');
	if (certificateFile === undefined || keyFile === undefined || missing.length > 0) {
		throw new ShipeiError('server.lan-needs', { length: MIN_PASSWORD, missing: missing.join(', ') });
	}
	return { tls: { cert: readFileSync(certificateFile), key: readFileSync(keyFile) }, password };
}

/** Addresses under which other machines reach this one. */
export function lanAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter((address) => !address.internal && !address.address.startsWith('fe80:'))
		.map((address) => (address.family === 'IPv6' ? `[${address.address}]` : address.address));
}

/** The sentence that says what was opened, to whom. */
export function sayWhatIsOpen(port: number, lan: boolean): Text {
	if (!lan) {
		return {
			zh: `仅本机可访问：127.0.0.1 的端口 ${port}。`,
			en: `Open to this machine only: port ${port} of 127.0.0.1.`,
		};
	}
	const places = lanAddresses().map((address) => `https://${address}:${port}`);
	return {
		zh: `已向局域网开放端口 ${port}（HTTPS，需要密码）：${places.join('、')}。任何知道密码的人都可以在本机运行测试。`,
		en: `Port ${port} is open to the network (HTTPS, password needed): ${places.join(', ')}. Whoever knows the password can run tests on this machine.`,
	};
}
