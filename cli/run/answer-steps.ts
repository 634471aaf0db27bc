import { resolve } from 'node:path';
import type { Client } from '../../contract/client.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { PlannedStep } from '../../contract/plan.ts';
import type { ManualAnswer } from '../../contract/run.ts';
import { textIn } from '../../contract/text.ts';
import type { Engine } from '../../engine/index.ts';
import type { Cli } from '../cli.ts';
import { ask } from '../terminal/ask.ts';

type Ask = (question: string) => Promise<string>;
type ManualStep = Extract<PlannedStep, { kind: 'manual' }>;

const VERDICTS: Readonly<Record<string, ManualAnswer['verdict']>> = {
	1: 'passed',
	2: 'failed',
	3: 'warned',
	4: 'notApplicable',
};
const MEDIA_TYPES: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	txt: 'text/plain',
	log: 'text/plain',
	pdf: 'application/pdf',
};

/**
 * Walks through every manual step of a run that waits: instructions, then one answer for each expected result. Rejects
 * in the middle of a question once the signal says that the run waits no more.
 */
export async function answerSteps(engine: Engine, run: string, cli: Cli, signal?: AbortSignal): Promise<void> {
	const asked = (question: string) => ask(question, signal);
	const { terminal } = cli;
	const { client } = engine;
	const detail = await client.call('run.show', { run });
	const asking = detail.cases.filter((entry) => entry.state === 'asking');
	if (asking.length === 0) return terminal.remark(terminal.text('answer.none', { run }));

	const plan = await client.call('run.plan', { run: detail.id });
	const by = await asked(terminal.text('answer.by'));
	const witnessed = (await client.call('settings.show', {}))['manual.witnessed'] === true;
	const witness = witnessed ? { witness: await asked(terminal.text('answer.witness')) } : {};
	for (const entry of asking) {
		terminal.remark(
			`\n${terminal.text('answer.case', { key: entry.key, title: textIn(entry.title, terminal.language) })}`,
		);
		const answered = new Set(
			(await client.call('run.case', { run: detail.id, key: entry.key })).answers.map((answer) => answer.step),
		);
		const steps = plan.cases.find((planned) => planned.key === entry.key)?.steps ?? [];
		const waiting = steps.find((step): step is ManualStep => step.kind === 'manual' && !answered.has(step.id));
		if (waiting === undefined) continue;
		const answers = await answerStep(client, waiting, by, { cli, asked });
		if (answers === null) terminal.remark(terminal.text('answer.later'));
		else {
			const seen = answers.map((answer) => ({ ...answer, ...witness }));
			await client.call('run.answer', { run: detail.id, key: entry.key, step: waiting.id, by, answers: seen });
		}
	}
}

async function answerStep(
	client: Client,
	step: ManualStep,
	by: string,
	{ cli, asked }: { readonly cli: Cli; readonly asked: Ask },
): Promise<ManualAnswer[] | null> {
	const { terminal } = cli;
	terminal.remark(textIn(step.instructions, terminal.language));
	const answers: ManualAnswer[] = [];
	for (const [index, expected] of step.expected.entries()) {
		terminal.remark(terminal.text('answer.expected', { number: index + 1, text: textIn(expected, terminal.language) }));
		const verdict = VERDICTS[(await asked(terminal.text('answer.verdict'))).trim()];
		if (verdict === undefined) return null;
		const actual = await asked(terminal.text('answer.actual'));
		const comment = verdict === 'passed' ? '' : await askUntilGiven(terminal.text('answer.comment'), asked);
		const evidence = await addEvidence(client, await asked(terminal.text('answer.evidence')), by);
		answers.push({ expected: index, verdict, actual, comment, evidence });
	}
	return answers;
}

async function askUntilGiven(question: string, asked: Ask): Promise<string> {
	for (;;) {
		const answer = (await asked(question)).trim();
		if (answer !== '' || !process.stdin.isTTY) return answer;
	}
}

async function addEvidence(client: Client, file: string, operator: string): Promise<Evidence[]> {
	if (file.trim() === '') return [];
	const path = resolve(file.trim());
	const ending = path.split('.').at(-1)?.toLowerCase() ?? '';
	const mediaType = MEDIA_TYPES[ending] ?? 'application/octet-stream';
	const role = mediaType.startsWith('image/') ? 'screenshot' : 'other';
	return [
		await client.call('evidence.add', {
			name: path.split('/').at(-1) ?? path,
			mediaType,
			role,
			file: path,
			source: 'file',
			operator,
		}),
	];
}
