import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeyInfo } from '../../contract/key.ts';
import type { Output } from '../../contract/methods.ts';
import { newDataFolder, runShipei } from './run-shipei.ts';
import { writeSmallSuite } from './small-suite.ts';

/**
 * The life of a trust list, by hand: an authority whose three keepers sit in three rooms makes it, a lab is on it, and
 * somebody else verifies the lab's report. Every case goes on where the one before ended.
 */
const folder = newDataFolder();
const path = (...parts: string[]) => join(folder.path, ...parts);
const [lab, verifier, keepers] = ['lab', 'verifier', ['k1', 'k2', 'k3', 'k4', 'stranger']] as const;
const bundle = path('report.xcr');
const lists = [1, 2, 3, 4].map((version) => path(`trust-${version}.json`)) as [string, string, string, string];

const shipei = (who: string, ...argv: string[]) =>
	runShipei(argv, { data: path(who), env: { SHIPEI_PASSPHRASE: 'x' } });

async function done(who: string, ...argv: string[]): Promise<string> {
	const { code, stdout, stderr } = await shipei(who, ...argv);
	expect(code, `${argv.join(' ')}\n${stderr}`).toBe(0);
	return stdout;
}

async function refused(code: string, who: string, ...argv: string[]): Promise<void> {
	const ended = await shipei(who, ...argv);
	expect([ended.code === 0, ended.stderr], argv.join(' ')).toEqual([false, expect.stringContaining(code)]);
}

/** A key of its own, of which the public half goes to the authority as a file. */
async function keyFile(who: string, person: string): Promise<string> {
	const owner = ['--owner', '某某实验室', '--person', person, '--role', 'lab', '--suite', 'sm2-sm3'];
	const [key] = JSON.parse(await done(who, 'key', 'new', ...owner, '--json')) as KeyInfo[];
	const file = path(`${person}.pem`);
	await done(who, 'key', 'export-public', key?.keyid ?? '', '--out', file);
	return file;
}

const keyIdIn = async (person: string) => {
	const keys = JSON.parse(await done(lab, 'key', 'list', '--json')) as KeyInfo[];
	return keys.find(({ owner }) => owner.person === person)?.keyid ?? '';
};

async function verified(...options: string[]): Promise<Output<'bundle.verify'> & { readonly code: number | null }> {
	const { code, stdout } = await shipei(verifier, 'verify', bundle, '--policy', 'lab', '--json', ...options);
	return { ...(JSON.parse(stdout) as Output<'bundle.verify'>), code };
}

const draftNext = (version: 2 | 3 | 4, ...options: string[]) =>
	done('k2', 'trust', 'new', '--after', lists[version - 2] ?? '', '--expires', '2099-12-31', ...options);

const stateOf = (json: string) => (JSON.parse(json) as Output<'trust.inspect'>).signing.state;

/** Each in a data folder of its own, so side by side. */
beforeAll(async () => {
	await Promise.all([labWithReport(), ...keepers.map((keeper) => keyFile(keeper, keeper))]);
});
afterAll(() => folder.remove());

async function labWithReport(): Promise<void> {
	writeSmallSuite(path(lab));
	await done(lab, 'run', 'small', '--yes', '--json');
	for (const person of ['张三', '李四', '王五']) await keyFile(lab, person);
	await done(lab, 'report', 'export', 'last', '--key', await keyIdIn('张三'), '--out', bundle);
	const approve = ['review', bundle, '--decision', 'approved', '--role'];
	await done(lab, ...approve, 'reviewer', '--key', await keyIdIn('李四'));
	await done(lab, ...approve, 'approver', '--key', await keyIdIn('王五'));
}

it('is drafted with three root keys of which two must sign, and the lab’s people are put on it', async () => {
	const [draft] = lists;
	const roots = ['k1', 'k2', 'k3'].flatMap((keeper) => ['--root-key', path(`${keeper}.pem`)]);
	const first = ['trust', 'new', '--out', draft, '--expires', '2099-12-31'];
	await refused('trust.no-root-key', 'k1', ...first);
	await refused('trust.bad-list', 'k1', ...first, ...roots, '--threshold', '4');
	await refused('trust.bad-list', 'k1', 'trust', 'new', '--out', draft, '--expires', '2001-01-01', ...roots);
	await done('k1', ...first, ...roots, '--threshold', '2');
	for (const person of ['张三', '李四', '王五']) {
		const entry = ['--owner', '某某实验室', '--person', person, '--role', 'lab', '--from', '2020-01-01'];
		await done('k1', 'trust', 'add', draft, path(`${person}.pem`), ...entry);
	}
	await refused('call.bad-input', 'k1', 'trust', 'add', draft, path('k4.pem'), '--owner', 'x', '--role', 'king');
	const shown = await done('k1', 'trust', 'show', draft);
	for (const part of ['Not valid yet', '2 of 3', '0 signed, 2 needed', '王五']) expect(shown).toContain(part);
});

it('counts only once two of the three have signed, each a root key, each once', async () => {
	const [list] = lists;
	await done('k1', 'trust', 'sign', list);
	await refused('trust.bad-list', verifier, 'trust', 'import', list);
	await refused('trust.signed-already', 'k1', 'trust', 'sign', list);
	await refused('trust.no-own-root-key', 'stranger', 'trust', 'sign', list);
	const [own] = JSON.parse(await done('stranger', 'key', 'list', '--json')) as KeyInfo[];
	await refused('trust.not-a-root-key', 'stranger', 'trust', 'sign', list, '--key', own?.keyid ?? '');
	await refused('trust.signed-list', 'k1', 'trust', 'add', list, path('k4.pem'), '--owner', 'x', '--role', 'lab');
	expect(await done('k2', 'trust', 'sign', list)).toContain('Complete');
	expect(readdirSync(folder.path).filter((name) => name.includes('partial'))).toEqual([]);
});

it('makes the lab’s report trusted once it is pinned and imported, and verify says by which list', async () => {
	expect(await verified()).toMatchObject({ code: 1, verdict: 'refused', trust: null });
	const [list] = lists;
	const unpinned = await shipei(verifier, 'trust', 'import', list);
	const [fingerprint = ''] = /sha256:[0-9a-f]{64}/u.exec(unpinned.stderr) ?? [];
	expect(await done('k3', 'trust', 'show', list)).toContain(fingerprint);
	await done(verifier, 'trust', 'pin', fingerprint);
	await done(verifier, 'trust', 'import', list);
	const trust = { version: 1, fingerprint, origin: 'installed' };
	expect(await verified()).toMatchObject({ code: 0, verdict: 'trusted', trust });
	expect(await done(verifier, 'verify', bundle)).toContain(`trust list of the data folder: version 1, ${fingerprint}`);
	expect(await done(lab, 'verify', bundle)).toContain('judged without a trust list');
});

it('is rotated: one keeper leaves, one comes, and enough of both sets must sign', async () => {
	const [before, next] = lists;
	const roots = ['k2', 'k3', 'k4'].flatMap((keeper) => ['--root-key', path(`${keeper}.pem`)]);
	await draftNext(2, '--out', next, ...roots);
	// What the reviewer signs from 2090 on does not count any more; what is signed already does.
	await done('k2', 'trust', 'revoke', next, await keyIdIn('李四'), '--since', '2090-01-01', '--reason', '离职');
	await done('k4', 'trust', 'sign', next);
	const sign = ['trust', 'sign', next, '--after', before, '--json'];
	expect(stateOf(await done('k2', ...sign))).toBe('incomplete');
	await refused('trust.gap', verifier, 'trust', 'import', next);
	expect(stateOf(await done('k3', ...sign))).toBe('complete');
	await done(verifier, 'trust', 'import', next);
	expect(await verified()).toMatchObject({ verdict: 'trusted', trust: { version: 2 } });
});

it('changes the verdict when a key is revoked: without compromise by date, with compromise whatever the date', async () => {
	const [, before, next, last] = lists;
	await draftNext(3, '--out', next);
	await done('k2', 'trust', 'revoke', next, await keyIdIn('王五'), '--reason', '私钥丢失', '--compromised');
	for (const keeper of ['k2', 'k3']) await done(keeper, 'trust', 'sign', next, '--after', before);
	await done(verifier, 'trust', 'import', next);
	const stolen = await verified();
	expect(stolen).toMatchObject({ code: 1, verdict: 'refused', trust: { version: 3 } });
	expect(stolen.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toEqual(['policy']);
	expect(stolen.reviews.map(({ signers }) => signers[0]?.state)).toEqual(['trusted', 'revoked']);

	await draftNext(4, '--out', last);
	await done('k2', 'trust', 'revoke', last, await keyIdIn('张三'), '--since', '2020-02-02', '--reason', '停用');
	for (const keeper of ['k3', 'k4']) await done(keeper, 'trust', 'sign', last, '--after', next);
	await done(verifier, 'trust', 'import', last);
	const failed = (await verified()).checks.filter(({ outcome }) => outcome === 'failed');
	expect(failed.map(({ id }) => id)).toEqual(['trust.signer', 'trust.revoked', 'policy']);
	expect(await done(verifier, 'trust', 'show')).toContain('私钥丢失');
});

it('is never rolled back; a list that is given for one verification wins for that one, and is named', async () => {
	const [first, second, , last] = lists;
	for (const old of [first, second]) await refused('trust.rollback', verifier, 'trust', 'import', old);
	expect(await verified()).toMatchObject({ verdict: 'refused', trust: { version: 4, origin: 'installed' } });
	expect(await verified('--trust', first)).toMatchObject({
		verdict: 'trusted',
		trust: { version: 1, origin: 'given' },
	});
	const html = path('report.html');
	const render = ['report', 'render', bundle, '--format', 'html', '--language', 'en', '--out', html];
	await done(verifier, ...render);
	expect(readFileSync(html, 'utf8')).toContain('refused: unaltered');
	await done(verifier, ...render, '--trust', first);
	expect(readFileSync(html, 'utf8')).toContain('trusted: unaltered');
	// Whoever alters a signed list gets no further than whoever makes one.
	const altered = path('altered.json');
	writeFileSync(altered, readFileSync(last, 'utf8').replace('"payload":"e', '"payload":"f'));
	await refused('trust.bad-list', verifier, 'trust', 'import', altered);
});
