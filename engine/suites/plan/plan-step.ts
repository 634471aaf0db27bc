import { join } from 'node:path';
import { ACTIONS } from '../../../contract/actions.ts';
import type { ExitMeaning, Expectation, PlannedCommand, PlannedStep } from '../../../contract/plan.ts';
import { expectationSchema } from '../../../contract/plan.ts';
import { compile, type Scope } from '../expression/environment.ts';
import { mentions } from '../expression/mentions.ts';
import { resolvePlainValue, resolveText, resolveValue, resolveWords, Unresolved } from '../expression/resolve.ts';
import { unmarkAll } from '../expression/secret-mark.ts';
import { milliseconds } from '../manifest/duration.ts';
import type { ManifestExits, ManifestExpectation } from '../manifest/expectation.ts';
import type { ManifestEnv, ManifestStep } from '../manifest/step.ts';
import type { Phase } from '../manifest/walk-steps.ts';
import { isAction } from '../read/check-actions.ts';
import { planText } from './plan-text.ts';

/** What a step takes from its case and suite. */
export interface StepSetting {
	readonly directory: string;
	readonly scope: Scope;
	readonly env: ManifestEnv;
	readonly exits: ManifestExits;
	readonly caseTimeoutMs: number;
	readonly caseUser: 'self' | 'root';
}

const PREFIX: Readonly<Record<Phase, string>> = {
	steps: 'step',
	prepare: 'prepare',
	cleanup: 'cleanup',
	onFail: 'on-fail',
};

/** One step with everything filled in that can be known before the run. Throws {@link Unresolved}. */
export function planStep(step: ManifestStep, phase: Phase, index: number, setting: StepSetting): PlannedStep {
	const base = baseOf(step, phase, index, setting);
	if ('reboot' in step) return { kind: 'reboot', ...base };
	if ('manual' in step) {
		const { instructions, expect, evidence, commands = [] } = step.manual;
		const expected = expect.map((text) => planText(text, setting.scope));
		return {
			kind: 'manual',
			...base,
			instructions: planText(instructions, setting.scope),
			expected,
			evidence: evidence ?? [],
			...(commands.length === 0
				? {}
				: { commands: commands.map((command) => planProcess(command, phase, index, setting)) }),
		};
	}
	if ('action' in step) return actionStep(step, base, setting);
	return planProcess(step, phase, index, setting);
}

/** A command or script, of a step or one that a person may run. */
function planProcess(
	step: Extract<ManifestStep, { run: unknown } | { script: unknown }>,
	phase: Phase,
	index: number,
	setting: StepSetting,
): PlannedCommand {
	const base = baseOf(step, phase, index, setting);
	const judged = {
		...(step.expect === undefined ? {} : { expect: planExpectation(step.expect, setting.scope) }),
		...exitPart({ ...setting.exits, ...step.exits }),
		...(step.stdin === undefined ? {} : { stdin: resolveText(step.stdin, setting.scope) }),
		...(step.limits === undefined ? {} : { limits: step.limits }),
		...(step.keepsRunning === undefined ? {} : { keepsRunning: step.keepsRunning }),
		env: planEnv({ ...setting.env, ...step.env }, setting.scope),
	};
	if ('run' in step) return { kind: 'run', ...base, ...judged, argv: resolveWords(step.run, setting.scope) };
	const args = resolveWords(step.args ?? [], setting.scope);
	return { kind: 'script', ...base, ...judged, file: join(setting.directory, step.script), args };
}

type Base = Pick<PlannedStep, 'id' | 'title' | 'timeoutMs' | 'idempotent' | 'user' | 'userReason'>;

function baseOf(step: ManifestStep, phase: Phase, index: number, setting: StepSetting): Base {
	const own = step.timeout === undefined ? setting.caseTimeoutMs : milliseconds(step.timeout);
	return {
		id: step.id ?? `${PREFIX[phase]}-${index + 1}`,
		...(step.title === undefined ? {} : { title: planText(step.title, setting.scope) }),
		timeoutMs: Math.min(own, setting.caseTimeoutMs),
		// Actions only look; running one twice changes nothing.
		idempotent: step.idempotent ?? 'action' in step,
		user: step.privilege?.user ?? setting.caseUser,
		...(step.privilege === undefined ? {} : { userReason: step.privilege.reason }),
	};
}

function actionStep(step: Extract<ManifestStep, { action: string }>, base: Base, setting: StepSetting): PlannedStep {
	const { action } = step;
	if (!isAction(action)) throw new Unresolved(action, [], 'unknown action');
	const parsed = ACTIONS[action].with.safeParse(withOf(step, setting.scope));
	if (!parsed.success) throw new Unresolved(action, [], parsed.error.issues.map((issue) => issue.message).join('; '));
	return { kind: 'action', ...base, action, with: parsed.data };
}

/**
 * `host.assert` is worked out by the runner, on the host as it is then. Of everything else that its expression speaks
 * of, the values come along.
 */
function withOf(step: Extract<ManifestStep, { action: string }>, scope: Scope): unknown {
	if (step.action !== 'host.assert') return resolveValue(step.with ?? {}, scope, true);
	const compiled = compile(String(step.with?.expression ?? ''));
	if ('message' in compiled) throw new Unresolved(String(step.with?.expression), [], compiled.message);
	const roots = new Set(mentions(compiled.ast, scope).map(({ path }) => path.split('.')[0] ?? ''));
	roots.delete('host');
	const values = Object.fromEntries(Object.entries(scope).filter(([root]) => roots.has(root)));
	return { ...step.with, scope: unmarkAll(values) };
}

/** An expectation with its figures filled in, checked again: `${…}` may have given a text where a number is due. */
export function planExpectation(expected: ManifestExpectation, scope: Scope): Expectation {
	const filled = hasTemplate(expected) ? filledExpectation(expected, scope) : expected;
	const parsed = expectationSchema.safeParse(filled);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new Unresolved(`expect.${issue?.path.join('.') ?? ''}`, [], issue?.message ?? '');
}

/** Of an expectation the runner fills in the paths of files, and nothing else. */
function filledExpectation(expected: ManifestExpectation, scope: Scope): unknown {
	const { files, ...rest } = expected;
	const plain = resolvePlainValue(rest, scope) as object;
	if (files === undefined) return plain;
	const paths = files.map(({ path, ...file }) => {
		return { ...(resolvePlainValue(file, scope) as object), path: resolveText(path, scope) };
	});
	return { ...plain, files: paths };
}

function hasTemplate(value: unknown): boolean {
	if (typeof value === 'string') return value.includes('${');
	return value !== null && typeof value === 'object' && Object.values(value).some(hasTemplate);
}

function planEnv(env: ManifestEnv, scope: Scope): Record<string, string> {
	return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, resolveText(String(value), scope)]));
}

function exitPart(exits: ManifestExits): { exitMeanings?: ExitMeaning[] } {
	return Object.keys(exits).length === 0 ? {} : { exitMeanings: exitMeanings(exits) };
}

function exitMeanings(exits: ManifestExits): ExitMeaning[] {
	return Object.entries(exits).map(([code, meaning]): ExitMeaning => {
		if (typeof meaning === 'string') return { code: Number(code), status: meaning };
		const own = meaning.code === undefined ? {} : { reasonCode: meaning.code };
		if ('skipped' in meaning) {
			const text = meaning.text === undefined ? {} : { text: meaning.text };
			return { code: Number(code), status: 'skipped', reason: meaning.skipped, ...text, ...own };
		}
		if ('failed' in meaning) return { code: Number(code), status: 'failed', text: meaning.failed, ...own };
		if ('errored' in meaning) return { code: Number(code), status: 'errored', text: meaning.errored, ...own };
		return { code: Number(code), status: 'passed', text: meaning.passed, ...own };
	});
}
