import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Output } from '../../contract/methods.ts';
import { newDataFolder, runShipei } from './run-shipei.ts';
import { writeSmallSuite } from './small-suite.ts';

/** What a lab does after a run: fills in the order, signs as one person, lets two more review. */
const folder = newDataFolder();
const data = folder.path;
const bundle = join(data, '报告.xcr');

async function shipei(argv: string[], passphrase?: string) {
	return runShipei(argv, { data, ...(passphrase === undefined ? {} : { env: { SHIPEI_PASSPHRASE: passphrase } }) });
}

beforeAll(async () => {
	writeSmallSuite(data);
	const ran = await shipei(['run', 'small', '--yes', '--json']);
	expect(ran.code, ran.stderr).toBe(0);
});
afterAll(() => folder.remove());

it('fills in the order by file and by field, and says what is still empty and what is no such field', async () => {
	const page = await shipei(['report', 'order', 'last']);
	expect(page.stdout).toContain('# customer: {name:');
	const file = join(data, 'order.yaml');
	writeFileSync(file, page.stdout.replace('# lab: ', 'lab: '));
	const set = ['--set', 'reportNumber=SPT-2026-0001', '--set', 'customer.name=某某𠮷科技有限公司'];
	const saved = await shipei(['report', 'order', 'last', '--from', file, ...set, '--json']);
	const draft = JSON.parse(saved.stdout) as Output<'report.draft'>;
	expect(draft.order).toMatchObject({
		reportNumber: 'SPT-2026-0001',
		customer: { name: '某某𠮷科技有限公司' },
		lab: { name: '某某实验室' },
	});
	expect(draft.missing).toContain('sample');
	const wrong = await shipei(['report', 'order', 'last', '--set', 'colour=red']);
	expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('colour')]);
});

it('takes three people for a report: who signed it may not review it, nor one person in two roles', async () => {
	const people: string[] = [];
	for (const person of ['张三', '李四', '王五']) {
		const owner = ['--owner', '某某实验室', '--person', person, '--role', 'lab', '--suite', 'sm2-sm3'];
		const [key] = JSON.parse((await shipei(['key', 'new', ...owner, '--json'], '口令 1')).stdout);
		people.push(key.keyid);
	}
	const [author = '', reviewer = '', approver = ''] = people;
	const sign = ['report', 'export', 'last', '--key', author, '--out', bundle];
	expect((await shipei(sign)).stderr).toContain('key.passphrase-needed');
	expect((await shipei(sign, 'wrong')).stderr).toContain('key.wrong-passphrase');
	expect((await shipei(sign, '口令 1')).code).toBe(0);

	const review = (key: string, role: string) => [
		'review',
		bundle,
		'--role',
		role,
		'--decision',
		'approved',
		'--key',
		key,
	];
	expect((await shipei(review(author, 'reviewer'), '口令 1')).stderr).toContain('review.same-person');
	expect((await shipei(review(reviewer, 'reviewer'), '口令 1')).code).toBe(0);
	expect((await shipei(review(reviewer, 'approver'), '口令 1')).stderr).toContain('review.same-person');
	expect((await shipei(review(approver, 'approver'), '口令 1')).code).toBe(0);

	const { summary, reviews } = JSON.parse(
		(await shipei(['verify', bundle, '--json'])).stdout,
	) as Output<'bundle.verify'>;
	expect(summary).toMatchObject({
		operator: '某某实验室',
		assuranceLevel: 'third_party',
		reportNumber: 'SPT-2026-0001',
	});
	expect(reviews.map(({ role, person }) => [role, person])).toEqual([
		['reviewer', '李四'],
		['approver', '王五'],
	]);
	const html = join(data, 'report.html');
	expect((await shipei(['report', 'render', bundle, '--format', 'html', '--language', 'zh', '--out', html])).code).toBe(
		0,
	);
	const text = readFileSync(html, 'utf8');
	// Names, what was asked for, and the command that was run, from the file alone.
	for (const part of ['某某𠮷科技有限公司', '张三', '应当问好', 'echo 你好']) expect(text).toContain(part);
});
