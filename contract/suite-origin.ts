import type { SuiteOrigin, SuiteSigner } from './suite.ts';
import { type Text, textIn } from './text.ts';

/** Where a suite was found, in words. */
export function kindText({ kind }: SuiteOrigin): Text {
	return KINDS[kind];
}

/** Whether somebody vouches for a suite, and who, in words; every host says the same. */
export function signatureText({ signature, publisher, signers = [], problem }: SuiteOrigin): Text {
	if (signature === 'unsigned') return { zh: '未签名', en: 'unsigned' };
	if (signature === 'changed') return changedText(problem);
	if (signers.length === 0) return listedText(publisher);
	// Who is trusted is enough to know; where nobody is, each says why not.
	const told = signature === 'signed' ? signers.filter(({ state }) => state === 'trusted') : signers;
	return joined(told.map(signerText));
}

const KINDS: Readonly<Record<SuiteOrigin['kind'], Text>> = {
	shipped: { zh: '随产品', en: 'shipped' },
	lab: { zh: '实验室', en: 'lab' },
	external: { zh: '外部', en: 'external' },
};

function changedText(problem: Text | undefined): Text {
	return problem === undefined
		? { zh: '已被改动，与发布时不一致', en: 'CHANGED since it was published' }
		: { zh: `签名不成立：${textIn(problem, 'zh')}`, en: `SIGNATURE DOES NOT HOLD: ${textIn(problem, 'en')}` };
}

function listedText(publisher: string | undefined): Text {
	return publisher === undefined
		? { zh: '与发布版一致', en: 'as published' }
		: { zh: `与 ${publisher} 的发布版一致`, en: `as published by ${publisher}` };
}

function signerText({ owner, state }: SuiteSigner): Text {
	switch (state) {
		case 'trusted':
			return { zh: `由“${owner}”签名（受信任的套件发布者）`, en: `signed by “${owner}” (trusted suite publisher)` };
		case 'unknown':
			return {
				zh: `签名完好，签名者自称“${owner}”，其密钥不在信任列表中`,
				en: `signed by “${owner}” by its own word: the trust list does not know the key`,
			};
		case 'notPublisher':
			return {
				zh: `由“${owner}”签名，其密钥未被授权发布套件`,
				en: `signed by “${owner}”, whose key may not publish suites`,
			};
		case 'outOfScope':
			return {
				zh: `由“${owner}”签名，其密钥无权发布此套件`,
				en: `signed by “${owner}”, whose key may not publish this suite`,
			};
		case 'expired':
			return {
				zh: `由“${owner}”签名，签名时其密钥不在有效期内`,
				en: `signed by “${owner}” outside the validity of its key`,
			};
		case 'revoked':
			return { zh: `由“${owner}”签名，其密钥已吊销`, en: `signed by “${owner}”, whose key was REVOKED` };
	}
}

// One owner's two keys (SM2 and Ed25519) say the same thing once.
function joined(texts: readonly Text[]): Text {
	const told = (language: 'zh' | 'en') => [...new Set(texts.map((text) => textIn(text, language)))];
	return { zh: told('zh').join('；'), en: told('en').join('; ') };
}
