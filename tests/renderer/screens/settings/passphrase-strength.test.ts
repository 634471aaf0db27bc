import { expect, it } from 'vitest';
import { strengthOf } from '../../../../renderer/screens/settings/keys/passphrase-strength.ts';

it.each([
	[
		'weak',
		[
			'abc',
			'aaaaaaaaaaaaaaaaaaaaaaaa',
			'12345678901234567890',
			'password2026',
			'密码密码密码',
			'Abcdefghijklmn',
			'ababababababab',
		],
	],
	['fair', ['kdmw-vuzq', '山石松风月', 'tramhousecup']],
	['strong', ['correct horse battery staple', '山石松风竹雨梅雪', 'r7#Kq!v2Zp9w']],
] as const)('%s is what it would take so long to guess, whatever its length', (strength, passphrases) => {
	expect(passphrases.map((passphrase) => [passphrase, strengthOf(passphrase)])).toEqual(
		passphrases.map((passphrase) => [passphrase, strength]),
	);
});
