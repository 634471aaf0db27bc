import { createVerify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../engine/crypto/bytes/hex.ts';
import { to32Bytes } from '../../../../engine/crypto/bytes/integer.ts';
import { hasNativeSm3 } from '../../../../engine/crypto/hash/node-hashes.ts';
import { toPem } from '../../../../engine/crypto/keys/pem.ts';
import { publicKeyFromRaw } from '../../../../engine/crypto/keys/public-key.ts';
import { curveOf, sm2Curve } from '../../../../engine/crypto/sm2/curve.ts';
import { encodeSignature } from '../../../../engine/crypto/sm2/signature.ts';
import {
	isPublicKey,
	isSecret,
	messageDigest,
	publicKeyOf,
	signDigest,
	userDigest,
	verifyDigest,
} from '../../../../engine/crypto/sm2/sm2.ts';

const message = Buffer.from('message digest');
const secret = 0x3945208f_7b2144b1_3f36e38a_c6d39f95_88939369_2860b51a_42fb81ef_4df7c5b8n;
const nonce = 0x59276e27_d506861a_16680f3a_d9c02dcc_ef3cc1fa_3cdbe4ce_6d54b80d_eac1bc21n;
const publicKey = publicKeyOf(secret);

describe('SM2 signatures', () => {
	it('follow GB/T 32918.5-2017, annex A, step by step', () => {
		const digest = messageDigest(publicKey, message);
		expect({
			publicKey: toHex(publicKey),
			za: toHex(userDigest(publicKey)),
			e: toHex(digest),
			...signDigest(digest, secret, sm2Curve, [nonce]),
		}).toEqual({
			publicKey:
				'0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
			za: 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3',
			e: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
			r: 0xf5a03b06_48d2c463_0eeac513_e1bb81a1_5944da38_27d5b741_43ac7eac_eee720b3n,
			s: 0xb1b6aa29_df212fd8_763182bc_0d421ca1_bb9038fd_1f7f42d4_840b69c4_85bbc1aan,
		});
	});

	it('follow GM/T 0003.2-2012, annex A: another curve and a named user', () => {
		const curve = curveOf({
			p: 0x8542d69e_4c044f18_e8b92435_bf6ff7de_45728391_5c45517d_722edb8b_08f1dfc3n,
			a: 0x787968b4_fa32c3fd_2417842e_73bbfeff_2f3c848b_6831d7e0_ec65228b_3937e498n,
			b: 0x63e4c6d3_b23b0c84_9cf84241_484bfe48_f61d59a5_b16ba06e_6e12d1da_27c5249an,
			n: 0x8542d69e_4c044f18_e8b92435_bf6ff7dd_29772063_0485628d_5ae74ee7_c32e79b7n,
			Gx: 0x421debd6_1b62eab6_746434eb_c3cc315e_32220b3b_add50bdc_4c4e6c14_7fedd43dn,
			Gy: 0x0680512b_cbb42c07_d47349d2_153b70c4_e5d7fdfc_bfa36ea1_a85841b9_e46e09a2n,
			h: 1n,
		});
		const alice = 0x128b2fa8_bd433c6c_068c8d80_3dff7979_2a519a55_171b1b65_0c23661d_15897263n;
		const point = publicKeyOf(alice, curve);
		const digest = messageDigest(point, message, 'ALICE123@YAHOO.COM', curve);
		const signature = signDigest(digest, alice, curve, [
			0x6cb28d99_385c175c_94f94e93_4817663f_c176d925_dd72b727_260dbaae_1fb2f96fn,
		]);
		expect(signature).toEqual({
			r: 0x40f1ec59_f793d9f4_9e09dcef_49130d41_94f79fb1_eed2caa5_5bacdb49_c4e755d1n,
			s: 0x6fc6dac3_2c5d5cf1_0c77dfb2_0f7c2eb6_67a45787_2fb09ec5_6327a67e_c7deebe7n,
		});
		expect(verifyDigest(digest, signature, point, curve)).toBe(true);
	});

	it('are the same every time, and differ with message and key', () => {
		const digest = messageDigest(publicKey, message);
		const other = messageDigest(publicKey, Buffer.from('another'));
		expect(signDigest(digest, secret)).toEqual(signDigest(digest, secret));
		expect(signDigest(other, secret).r).not.toBe(signDigest(digest, secret).r);
		expect(signDigest(digest, secret + 1n).r).not.toBe(signDigest(digest, secret).r);
	});

	it('verify under their own message, key and numbers only', () => {
		const digest = messageDigest(publicKey, message);
		const signature = signDigest(digest, secret);
		expect(verifyDigest(digest, signature, publicKey)).toBe(true);
		expect(verifyDigest(messageDigest(publicKey, Buffer.from('x')), signature, publicKey)).toBe(false);
		expect(verifyDigest(digest, signature, publicKeyOf(secret + 1n))).toBe(false);
		expect(verifyDigest(digest, { ...signature, r: signature.r ^ 1n }, publicKey)).toBe(false);
		expect(verifyDigest(digest, { ...signature, s: signature.s ^ 1n }, publicKey)).toBe(false);
	});

	it('are refused outside their range, whatever the equation says', () => {
		const { n } = sm2Curve.parameters;
		const digest = messageDigest(publicKey, message);
		const { r, s } = signDigest(digest, secret);
		const hostile = [
			{ r: 0n, s },
			{ r, s: 0n },
			{ r: n, s },
			{ r, s: n },
			{ r: r + n, s },
			{ r, s: s + n },
			{ r, s: n - r },
			{ r: s, s: r },
			{ r, s: n - s },
		];
		for (const signature of hostile) expect(verifyDigest(digest, signature, publicKey)).toBe(false);
	});

	it('cannot be made without the private key by choosing the digest first', () => {
		// The known forgery against libraries that sign a message as if it were its own digest.
		const { Point, parameters } = sm2Curve;
		const [s, t] = [987654321987654321n, 5555555555555n];
		const r = (t - s + parameters.n) % parameters.n;
		const point = Point.BASE.multiply(s).add(Point.fromBytes(publicKey).multiply(t));
		const forged = to32Bytes((((r - point.toAffine().x) % parameters.n) + parameters.n) % parameters.n);
		expect(verifyDigest(forged, { r, s }, publicKey)).toBe(true);
		expect(verifyDigest(messageDigest(publicKey, forged), { r, s }, publicKey)).toBe(false);
	});

	it.skipIf(!hasNativeSm3)('are accepted by the runtime’s own verification over ZA and the message', () => {
		const pem = toPem('PUBLIC KEY', publicKeyFromRaw('sm2-sm3', publicKey).spki);
		for (let round = 0; round < 10; round++) {
			const text = Buffer.alloc(round * 97, round);
			const signature = encodeSignature(signDigest(messageDigest(publicKey, text), secret));
			const verify = createVerify('sm3').update(userDigest(publicKey)).update(text);
			expect(verify.verify(pem, signature)).toBe(true);
		}
	});
});

describe('SM2 keys', () => {
	it('are secret numbers from 1 to n − 2', () => {
		const { n } = sm2Curve.parameters;
		expect([0n, 1n, n - 2n, n - 1n, n].map((number) => isSecret(number))).toEqual([false, true, true, false, false]);
	});

	it('are points on the curve in uncompressed form', () => {
		const off = Uint8Array.from(publicKey);
		off[64] = (off[64] ?? 0) ^ 1;
		const compressed = sm2Curve.Point.fromBytes(publicKey).toBytes(true);
		const large = Uint8Array.from([4, ...new Uint8Array(64).fill(0xff)]);
		expect(
			[publicKey, off, compressed, large, new Uint8Array(65), new Uint8Array(0)].map((key) => isPublicKey(key)),
		).toEqual([true, false, false, false, false, false]);
	});
});
