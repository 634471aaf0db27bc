import { describe, expect, it } from 'vitest';
import type { ManualAnswer } from '../../../contract/run.ts';
import { Bench, command, manual, plannedCase, planOf, shell, until } from './run-test.ts';

function answer(changes: Partial<ManualAnswer> = {}): ManualAnswer {
	return { expected: 0, verdict: 'passed', actual: '', comment: '', evidence: [], ...changes };
}

async function asking(
	bench: Bench,
	planned = plannedCase('ask', [manual()]),
	others: ReturnType<typeof plannedCase>[] = [],
) {
	const { run, ended } = bench.start(planOf([planned, ...others]));
	await until(
		() =>
			bench.store.runs().length > 0 &&
			bench.store.openSteps(run).some(({ key, step }) => key === planned.key && step === 'look'),
	);
	return { run, ended };
}

describe('A manual step', () => {
	it('waits for a person and records who said what', async () => {
		using bench = new Bench();
		const { run, ended } = await asking(bench);
		expect(bench.store.case(run, 'demo/ask')).toMatchObject({ state: 'asking', status: null });
		bench.runner.answer(run, 'demo/ask', 'look', 'Wang', [answer({ actual: 'a picture' })]);
		await ended;
		const found = bench.store.case(run, 'demo/ask');
		expect(found).toMatchObject({
			status: 'passed',
			verdict: 'PASSED',
			answers: [{ step: 'look', by: 'Wang', answers: [{ actual: 'a picture' }] }],
		});
	});

	it('lets cases that need nobody go on meanwhile, and holds those that need it', async () => {
		using bench = new Bench();
		const others = [
			plannedCase('after', [command(['true'])], { needs: ['demo/ask'] }),
			plannedCase('free', [command(['true'])]),
		];
		const { run, ended } = await asking(
			bench,
			plannedCase('ask', [manual(), shell('echo done', { id: 'then' })]),
			others,
		);
		await until(() => bench.store.case(run, 'demo/free').status === 'passed');
		expect(bench.store.case(run, 'demo/after').status).toBeNull();
		bench.runner.answer(run, 'demo/ask', 'look', 'Wang', [answer()]);
		await ended;
		expect(bench.started(run)).toEqual(['demo/ask', 'demo/free', 'demo/after']);
		expect(bench.store.run(run)).toMatchObject({ status: 'passed' });
	});

	it.each([
		['no name', '', [answer()], 'run.name-missing'],
		['no answer', 'Li', [], 'run.answer-count'],
		['two answers', 'Li', [answer(), answer()], 'run.answer-count'],
		['an answer to nothing', 'Li', [answer(), answer({ expected: 1 })], 'run.answer-unknown'],
		['failed without a comment', 'Li', [answer({ verdict: 'failed' })], 'run.comment-missing'],
		['warned without a comment', 'Li', [answer({ verdict: 'warned' })], 'run.comment-missing'],
	] as const)('refuses %s', async (_what, by, answers, code) => {
		using bench = new Bench();
		const { run, ended } = await asking(bench);
		expect(() => bench.runner.answer(run, 'demo/ask', 'look', by, [...answers])).toThrowError(
			expect.objectContaining({ code }),
		);
		void bench.runner.cancel(run, 'Li');
		await ended;
		expect(bench.store.case(run, 'demo/ask')).toMatchObject({ status: 'interrupted', answers: [] });
	});

	it('wants evidence where the step asks for it, and only evidence that is stored', async () => {
		using bench = new Bench();
		const { run, ended } = await asking(bench, plannedCase('ask', [manual({ evidence: ['photo'] })]));
		const give = (evidence: ManualAnswer['evidence']) =>
			bench.runner.answer(run, 'demo/ask', 'look', 'Li', [answer({ evidence })]);
		expect(() => give([])).toThrowError(expect.objectContaining({ code: 'run.evidence-missing' }));
		const photo = bench.store.keepEvidence(
			{ name: 'photo.jpg', mediaType: 'image/jpeg', role: 'screenshot' },
			{ bytes: Buffer.from('jpeg') },
		);
		expect(() => give([photo])).toThrowError(expect.objectContaining({ code: 'store.no-evidence' }));
		bench.store.append({ type: 'evidence.added', run, evidence: photo });
		give([photo]);
		await ended;
		expect(bench.store.case(run, 'demo/ask').attempts[0]?.steps[0]?.evidence).toEqual([photo]);
	});

	it('fails with what the person wrote', async () => {
		using bench = new Bench();
		const { run, ended } = await asking(bench);
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [answer({ verdict: 'failed', comment: '画面全黑' })]);
		await ended;
		expect(bench.store.case(run, 'demo/ask')).toMatchObject({
			status: 'failed',
			verdict: 'FAILED',
			reason: { code: 'manual', expected: '有图像', text: { zh: '操作人员：画面全黑' } },
		});
	});

	it('warns, and is not applicable when nothing of it applied', async () => {
		using bench = new Bench();
		const warned = await asking(bench);
		bench.runner.answer(warned.run, 'demo/ask', 'look', 'Li', [answer({ verdict: 'warned', comment: 'flickers' })]);
		await warned.ended;
		expect(bench.store.case(warned.run, 'demo/ask')).toMatchObject({
			status: 'passed',
			verdict: 'WARNED',
			reason: { code: 'manual' },
		});
		const none = await asking(bench);
		bench.runner.answer(none.run, 'demo/ask', 'look', 'Li', [
			answer({ verdict: 'notApplicable', comment: 'no screen' }),
		]);
		await none.ended;
		expect(bench.store.case(none.run, 'demo/ask')).toMatchObject({
			status: 'skipped',
			skip: 'notApplicable',
			verdict: null,
		});
	});

	it('keeps a draft, is answered after a restart of the engine, and goes on from there', async () => {
		using bench = new Bench();
		const { run } = await asking(
			bench,
			plannedCase('ask', [
				shell('echo x >> "$SHIPEI_DATA/n"', { id: 'before' }),
				manual(),
				shell('wc -l < "$SHIPEI_DATA/n"', { id: 'then' }),
			]),
		);
		bench.runner.draft(run, 'demo/ask', 'look', 'Li', [answer({ comment: 'half' })]);
		// The engine that asked is gone: it never hears of the answer.
		bench.again();
		expect(await bench.runner.recover()).toEqual([{ run, cause: 'crash' }]);
		expect(bench.store.drafts(run, 'demo/ask')).toMatchObject([{ by: 'Li', answers: [{ comment: 'half' }] }]);
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [answer()]);
		await bench.runner.resume(run);
		const found = bench.store.case(run, 'demo/ask');
		expect(found).toMatchObject({ status: 'passed', verdict: 'PASSED' });
		expect(found.attempts[0]?.steps.map(({ id, status }) => [id, status])).toEqual([
			['before', 'passed'],
			['look', 'interrupted'],
			['look', 'passed'],
			['then', 'passed'],
		]);
		expect(bench.stdoutOf(found, 3)).toBe('1\n');
	});

	it('warns also when the engine went down after the answer', async () => {
		using bench = new Bench();
		const once = '[ -e "$SHIPEI_DATA/go" ] || { touch "$SHIPEI_DATA/go"; exec sleep 310; }';
		const { run } = await asking(bench, plannedCase('ask', [manual(), shell(once, { id: 'then', idempotent: true })]));
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [answer({ verdict: 'warned', comment: 'flickers' })]);
		await bench.untilRunning('sleep 310');
		await bench.runner.interrupt('SIGTERM');
		bench.again();
		await bench.runner.resume(run);
		expect(bench.store.case(run, 'demo/ask')).toMatchObject({
			status: 'passed',
			verdict: 'WARNED',
			reason: { code: 'manual', text: { en: 'The operator: flickers' } },
		});
	});

	it('is asked again in another attempt: an answer counts for the attempt in which it was given', async () => {
		using bench = new Bench();
		const { run, ended } = await asking(
			bench,
			plannedCase('ask', [manual(), shell('exit 1', { id: 'then' })], { retry: { max: 1 } }),
		);
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [answer()]);
		await until(() => bench.store.openSteps(run).some(({ attempt }) => attempt === 2));
		bench.runner.answer(run, 'demo/ask', 'look', 'Wang', [answer({ verdict: 'failed', comment: 'dark' })]);
		await ended;
		expect(bench.store.case(run, 'demo/ask').answers.map(({ by }) => by)).toEqual(['Li', 'Wang']);
	});

	it('can be part of the cleanup, after a cancel too', async () => {
		using bench = new Bench();
		const planned = plannedCase('ask', [shell('sleep 30')], { cleanup: [manual()] });
		const { run, ended } = bench.start(planOf([planned]));
		await bench.untilRunning('sleep 30');
		void bench.runner.cancel(run, 'Li');
		await until(() => bench.store.openSteps(run).some(({ step }) => step === 'look'));
		bench.runner.answer(run, 'demo/ask', 'look', 'Li', [answer()]);
		await ended;
		expect(bench.store.case(run, 'demo/ask').attempts[0]?.steps.map(({ id, status }) => [id, status])).toEqual([
			['main', 'interrupted'],
			['look', 'passed'],
		]);
	});

	it('is not answered when it does not ask', async () => {
		using bench = new Bench();
		const { id } = await bench.run(planOf([plannedCase('one', [command(['true'])])]));
		expect(() => bench.runner.answer(id, 'demo/one', 'main', 'Li', [answer()])).toThrowError(
			expect.objectContaining({ code: 'run.not-asking' }),
		);
	});
});
