#!/usr/bin/env node
// Full TLS 1.3 handshakes over loopback with a P-256 certificate made on the spot, client and server in this process.
import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:tls';
import { check, report, unitsPerSecond } from './report.mjs';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
const cert = pem(certificate());
const server = createServer({ key, cert, minVersion: 'TLSv1.3' }, (socket) => socket.end('shipei'));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
let cipher = '';
try {
	const rate = await unitsPerSecond(handshake, { seconds: Number(process.argv[2] ?? 1.5) });
	report({ value: rate, cipher });
} finally {
	server.close();
}

/** A new session each time; the certificate is verified against itself, the answer is read to its end. */
async function handshake() {
	const socket = connect({ port: server.address().port, host: '127.0.0.1', ca: cert, servername: 'shipei.test' });
	let text = '';
	socket.setEncoding('utf8').on('data', (part) => (text += part));
	await once(socket, 'end');
	check('protocol', socket.getProtocol(), 'TLSv1.3');
	check('authorized', socket.authorized, true);
	check('resumed', socket.isSessionReused(), false);
	check('answer', text, 'shipei');
	cipher = socket.getCipher()?.name ?? cipher;
	socket.destroy();
}

/** A self-signed certificate for shipei.test, valid from yesterday for ten days (X.509 v3, RFC 5280). */
function certificate() {
	const algorithm = der(0x30, oid('2a8648ce3d040302'));
	const name = der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from('shipei.test')))));
	const day = 86_400_000;
	const validity = der(0x30, ...[-1, 9].map((days) => time(new Date(Date.now() + days * day))));
	const names = der(0x30, der(0x82, Buffer.from('shipei.test')));
	const extension = der(0x30, oid('551d11'), der(0x04, names));
	const body = der(
		0x30,
		der(0xa0, der(0x02, Buffer.of(2))),
		der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
		...[algorithm, name, validity, name, publicKey.export({ type: 'spki', format: 'der' })],
		der(0xa3, der(0x30, extension)),
	);
	const signature = createSign('sha256').update(body).sign(privateKey);
	return der(0x30, body, algorithm, der(0x03, Buffer.of(0), signature));
}

function der(tag, ...parts) {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
	return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function oid(hex) {
	return der(0x06, Buffer.from(hex, 'hex'));
}

function time(date) {
	return der(
		0x17,
		Buffer.from(
			`${date
				.toISOString()
				.replace(/[-:T]|\.\d+/gu, '')
				.slice(2, 14)}Z`,
		),
	);
}

function pem(bytes) {
	const lines = bytes.toString('base64').match(/.{1,64}/gu) ?? [];
	return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
