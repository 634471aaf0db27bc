import type { PlannedCase, PlannedStep } from '../../../contract/plan.ts';
import type { Text } from '../../../contract/text.ts';
import type { Scope } from '../expression/environment.ts';
import { nameOf } from '../expression/host-names.ts';
import { resolveValue, Unresolved } from '../expression/resolve.ts';
import type { ManifestCase } from '../manifest/case.ts';
import { milliseconds } from '../manifest/duration.ts';
import type { ManifestStep } from '../manifest/step.ts';
import type { Manifest } from '../manifest/suite.ts';
import type { Phase } from '../manifest/walk-steps.ts';
import { decisiveParams } from './decisive-params.ts';
import type { ToolState } from './find-missing.ts';
import type { Instance } from './instances.ts';
import { planBars, planDelta, planFacts, planMeasures, planRepetition } from './plan-measures.ts';
import { planExpectation, planStep, type StepSetting } from './plan-step.ts';
import { planText } from './plan-text.ts';

export interface CaseSetting {
	readonly manifest: Manifest;
	readonly directory: string;
	readonly entry: ManifestCase;
	readonly tools: ToolState;
	/** What is missing for every case of the suite. */
	readonly missing: readonly Text[];
}

type Ordered = Pick<PlannedCase, 'needs' | 'after'>;

/** One instance of a case, filled in. What cannot be filled in is named in `missing`, and the case will be skipped. */
export function planCase(setting: CaseSetting, instance: Instance, order: Ordered): PlannedCase {
	const { manifest, entry, tools } = setting;
	const key = `${manifest.id}/${entry.id}${instance.suffix}`;
	const timeoutMs = caseTimeout(entry);
	const missing = [...setting.missing, ...missingTools(setting)];
	const filled = <Value>(make: () => Value, otherwise: Value): Value => {
		try {
			return make();
		} catch (error) {
			if (!(error instanceof Unresolved)) throw error;
			missing.push(unresolvedText(error));
			return otherwise;
		}
	};
	const steps = (list: readonly ManifestStep[] | undefined, phase: Phase): PlannedStep[] =>
		(list ?? []).flatMap((step, index) =>
			filled<PlannedStep[]>(() => [planStep(step, phase, index, stepSetting(setting, instance, timeoutMs))], []),
		);
	const main = steps(entry.steps, 'steps');
	const prepare = steps(entry.bench?.prepare, 'prepare');
	const { expect } = entry;
	const planned: PlannedCase = {
		key,
		suite: manifest.id,
		case: entry.id,
		instance: instance.values,
		title: filled(() => planText(entry.title, instance.scope), entry.title),
		...(entry.summary === undefined
			? {}
			: { summary: filled(() => planText(entry.summary ?? {}, instance.scope), entry.summary) }),
		level: entry.level ?? 'must',
		...(entry.quality === undefined ? {} : { quality: entry.quality }),
		...order,
		timeoutMs,
		privilege: entry.privilege ?? null,
		touches: filled(() => resolveValue(entry.touches ?? {}, instance.scope, false) as PlannedCase['touches'], {}),
		network: filled(() => planNetwork(entry.network ?? manifest.network, instance.scope), 'none'),
		// A case that could not be filled in is never started; a plan without steps is no plan.
		steps: main.length > 0 ? main : [unfilledStep(timeoutMs)],
		...(prepare.length > 0 ? { prepare } : {}),
		cleanup: steps(entry.cleanup, 'cleanup'),
		onFail: steps(entry.onFail, 'onFail'),
		...(expect === undefined ? {} : { expect: filled(() => planExpectation(expect, instance.scope), {}) }),
		measure: planMeasures(entry),
		...(entry.facts === undefined ? {} : { facts: planFacts(entry) }),
		bars: filled(() => planBars(entry, instance.scope), []),
		repetition: planRepetition(entry, timeoutMs),
		...(entry.measure === undefined ? {} : { decisiveParams: decisiveParams(manifest, entry) }),
		delta: filled(() => planDelta(entry, instance.scope), null),
		retry: entry.retry ?? { max: 0 },
		...(entry.waivable === undefined ? {} : { waivable: entry.waivable }),
		...(entry.tools === undefined ? {} : { tools: usedTools(entry, tools) }),
		estimatedSeconds: entry.estimate === undefined ? null : milliseconds(entry.estimate) / 1_000,
		missing,
	};
	return planned;
}

function stepSetting(
	{ manifest, directory, entry }: CaseSetting,
	instance: Instance,
	caseTimeoutMs: number,
): StepSetting {
	return {
		directory,
		scope: instance.scope,
		env: { ...manifest.env, ...entry.env },
		exits: { ...manifest.exits, ...entry.exits },
		caseTimeoutMs,
		caseUser: entry.privilege?.user ?? 'self',
	};
}

/** Ten minutes unless said; a repeated case gets three times its budget, for warm-up, preparation and invalid runs. */
function caseTimeout({ timeout, bench }: ManifestCase): number {
	if (timeout !== undefined) return milliseconds(timeout);
	return bench === undefined ? milliseconds('10m') : 3 * milliseconds(bench.budget ?? '10m');
}

function planNetwork(network: Manifest['network'], scope: Scope): PlannedCase['network'] {
	return resolveValue(network ?? 'none', scope, false) as PlannedCase['network'];
}

function missingTools({ manifest, entry, tools }: CaseSetting): Text[] {
	const names = [...(manifest.tools ?? []), ...(entry.tools ?? [])];
	return names.flatMap((name) => tools.missing.get(name)?.detail ?? []);
}

function usedTools(entry: ManifestCase, tools: ToolState): NonNullable<PlannedCase['tools']> {
	return (entry.tools ?? []).flatMap((name) => {
		const found = tools.found.get(name);
		return found === undefined ? [] : [{ name, ...found }];
	});
}

function unresolvedText({ expression, unknown, message }: Unresolved): Text {
	if (unknown.length === 0) {
		return { zh: `“${expression}”无法填入：${message}`, en: `“${expression}” cannot be filled in: ${message}` };
	}
	const parameters = unknown.flatMap((path) => /^params\.(\w+)/u.exec(path)?.[1] ?? []);
	if (parameters.length > 0) {
		return { zh: `未给出参数：${parameters.join('、')}。`, en: `Not given: the parameter ${parameters.join(', ')}.` };
	}
	const names = (language: 'zh' | 'en'): string =>
		unknown.map((path) => nameOf(path)[language]?.trim() ?? path).join(', ');
	return { zh: `本机未能检测到：${names('zh')}。`, en: `Not detected on this machine: ${names('en')}.` };
}

function unfilledStep(timeoutMs: number): PlannedStep {
	return { kind: 'run', id: 'step-1', timeoutMs, idempotent: false, user: 'self', argv: ['false'], env: {} };
}
