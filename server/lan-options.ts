import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { createSecureContext } from 'node:tls';
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
	/** Names that the certificate speaks for, as the owner of the certificate wrote them: the page answers to them. */
	readonly names: readonly string[];
}

/** Reads certificate and key; refuses when anything is missing or does not fit, before any port is opened. */
export function requireLan(options: LanOptions, now: Date = new Date()): Lan {
	const { certificateFile, keyFile, password = '' } = options;
	const missing = [
		certificateFile === undefined ? '--certificate' : '',
		keyFile === undefined ? '--certificate-key' : '',
		password.length < MIN_PASSWORD ? '--password-file' : '',
	].filter((part) => part !== '');
	if (certificateFile === undefined || keyFile === undefined || missing.length > 0) {
		throw new ShipeiError('server.lan-needs', { length: MIN_PASSWORD, missing: missing.join(' ') });
	}
	try {
		const tls = { cert: readFileSync(certificateFile), key: readFileSync(keyFile) };
		// Says now whether the two belong together, not when the first browser comes.
		createSecureContext(tls);
		const certificate = new X509Certificate(tls.cert);
		if (certificate.validToDate < now) throw new Error(`expired on ${certificate.validTo}`);
		return { tls, password, names: namesOf(certificate) };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ShipeiError('server.bad-certificate', { certificateFile, keyFile, reason }, { cause: error });
	}
}

function namesOf(certificate: X509Certificate): string[] {
	const names = (certificate.subjectAltName ?? '').split(', ');
	return names.flatMap((name) => /^DNS:([\w.-]+)$/u.exec(name)?.[1]?.toLowerCase() ?? []);
}

/** Addresses under which other machines reach this one. IPv4: it listens on 0.0.0.0. */
export function lanAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter((address) => !address.internal && address.family === 'IPv4')
		.map(({ address }) => address);
}

/** The sentence that says what was opened, to whom. */
export function sayWhatIsOpen(port: number, lan: Lan | undefined): Text {
	if (lan === undefined) {
		return {
			zh: `仅本机可访问：127.0.0.1 的端口 ${port}。`,
			en: `Open to this machine only: port ${port} of 127.0.0.1.`,
		};
	}
	const places = [...lan.names, ...lanAddresses()].map((name) => `https://${name}:${port}`);
	return {
		zh: `已向局域网开放端口 ${port}（HTTPS，需要密码）：${places.join('、')}。任何知道密码的人都可以在本机运行测试。`,
		en: `Port ${port} is open to the network (HTTPS, password needed): ${places.join(', ')}. Whoever knows the password can run tests on this machine.`,
	};
}
