import type { NotApplicable, PlannedCase } from '../../../contract/plan.ts';
import type { Text } from '../../../contract/text.ts';
import type { Scope } from '../expression/environment.ts';
import { explainNo } from '../expression/explain-no.ts';
import { Unresolved } from '../expression/resolve.ts';
import type { ManifestCase } from '../manifest/case.ts';
import type { Manifest } from '../manifest/suite.ts';
import type { ToolState } from './find-missing.ts';
import { type Instance, instancesOf, type NoInstance } from './instances.ts';
import { planCase } from './plan-case.ts';
import { firstRefusal, type Refusal } from './requirements.ts';

interface CasesInput {
	readonly manifest: Manifest;
	readonly directory: string;
	readonly tools: ToolState;
	readonly scope: Scope;
	readonly missingFor: (entry: ManifestCase) => readonly Text[];
}

export interface PlannedCases {
	readonly cases: readonly PlannedCase[];
	readonly notApplicable: readonly NotApplicable[];
}

/** Every case of a suite: its instances here, or why it has none. */
export function planCases(input: CasesInput): PlannedCases {
	const { manifest, scope } = input;
	const suiteRefusal = firstRefusal(manifest.requires, scope);
	const applied = new Map<string, readonly Instance[]>();
	const refused = new Map<string, Refusal>();
	for (const entry of manifest.cases) {
		const caseScope = { ...scope, case: { id: entry.id } };
		const answer = suiteRefusal ?? firstRefusal(entry.requires, caseScope) ?? instancesOrRefusal(entry, caseScope);
		if (Array.isArray(answer)) applied.set(entry.id, answer as readonly Instance[]);
		else refused.set(entry.id, answer as Refusal);
	}
	refuseWhatNeedsTheRefused(manifest, applied, refused);
	return {
		cases: manifest.cases.flatMap((entry) => plannedInstances(entry, applied, input)),
		notApplicable: manifest.cases.flatMap((entry) => notApplicable(manifest, entry, refused.get(entry.id))),
	};
}

function instancesOrRefusal(entry: ManifestCase, scope: Scope): readonly Instance[] | Refusal {
	try {
		const instances = instancesOf(entry, scope);
		return Array.isArray(instances)
			? (instances as readonly Instance[])
			: nothingToRunFor(instances as NoInstance, scope);
	} catch (error) {
		if (!(error instanceof Unresolved)) throw error;
		const { found, reason } = explainNo(error.expression, scope, { unknown: error.unknown });
		return { requirement: error.expression, found, reason };
	}
}

function nothingToRunFor({ expression, evaluation }: NoInstance, scope: Scope): Refusal {
	if (!('value' in evaluation)) return { requirement: expression, ...explainNo(expression, scope, evaluation) };
	const reason = {
		zh: `本机没有“${expression}”所列的对象。`,
		en: `This machine has nothing of what “${expression}” lists.`,
	};
	return { requirement: expression, found: JSON.stringify(evaluation.value), reason };
}

/** What needs a case that is not run here is not run either, and says which one. */
function refuseWhatNeedsTheRefused(
	manifest: Manifest,
	applied: Map<string, readonly Instance[]>,
	refused: Map<string, Refusal>,
): void {
	for (let changed = true; changed; ) {
		changed = false;
		for (const { id, needs = [] } of manifest.cases) {
			const lacking = needs.find((name) => refused.has(name));
			if (lacking === undefined || refused.has(id)) continue;
			const because = refused.get(lacking)?.reason;
			applied.delete(id);
			refused.set(id, {
				requirement: `needs ${lacking}`,
				found: 'not applicable',
				reason: {
					zh: `所依赖的用例“${lacking}”在本机不适用：${because?.zh ?? because?.en ?? ''}`,
					en: `The case “${lacking}”, which it needs, does not apply here: ${because?.en ?? because?.zh ?? ''}`,
				},
			});
			changed = true;
		}
	}
}

function plannedInstances(
	entry: ManifestCase,
	applied: ReadonlyMap<string, readonly Instance[]>,
	{ manifest, directory, tools, missingFor }: CasesInput,
): PlannedCase[] {
	const missing = missingFor(entry);
	return (applied.get(entry.id) ?? []).map((instance) => {
		const keysOf = (names: readonly string[] | undefined): string[] =>
			(names ?? []).flatMap((name) => keysFor(name, entry, instance, manifest, applied));
		const order = { needs: keysOf(entry.needs), after: keysOf(entry.after) };
		return planCase({ manifest, directory, entry, tools, missing }, instance, order);
	});
}

/** The instances of another case that stand for the same things: of each disk's test, that disk's; else all of them. */
function keysFor(
	name: string,
	entry: ManifestCase,
	instance: Instance,
	manifest: Manifest,
	applied: ReadonlyMap<string, readonly Instance[]>,
): string[] {
	if (name.includes('/')) return [name];
	const other = manifest.cases.find(({ id }) => id === name);
	const sameThings = JSON.stringify(other?.forEach) === JSON.stringify(entry.forEach);
	const agrees = ({ values }: Instance): boolean =>
		Object.entries(values).every(([axis, value]) => {
			if (axis === 'each' && !sameThings) return true;
			return !Object.hasOwn(instance.values, axis) || instance.values[axis] === value;
		});
	const instances = applied.get(name) ?? [];
	const matching = instances.filter(agrees);
	return (matching.length > 0 ? matching : instances).map(({ suffix }) => `${manifest.id}/${name}${suffix}`);
}

function notApplicable(manifest: Manifest, entry: ManifestCase, refusal: Refusal | undefined): NotApplicable[] {
	if (refusal === undefined) return [];
	const { id, title, level = 'must' } = entry;
	return [{ key: `${manifest.id}/${id}`, suite: manifest.id, case: id, title, level, ...refusal }];
}
