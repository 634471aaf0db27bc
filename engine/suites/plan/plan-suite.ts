import type { Missing, NotApplicable, PlannedCase } from '../../../contract/plan.ts';
import type { Text } from '../../../contract/text.ts';
import type { Scope } from '../expression/environment.ts';
import { secretMark } from '../expression/secret-mark.ts';
import type { ManifestCase } from '../manifest/case.ts';
import type { Manifest } from '../manifest/suite.ts';
import { missingAssets, type ToolState, toolState } from './find-missing.ts';
import type { PlanInput, PlannableSuite } from './make-plan.ts';
import { suiteParams } from './parameters.ts';
import { planCases } from './plan-cases.ts';
import type { PlanHost } from './plan-host.ts';
import { readVersions } from './tool-versions.ts';

export interface SuitePart {
	readonly suite: string;
	readonly params: Readonly<Record<string, unknown>>;
	readonly cases: readonly PlannedCase[];
	readonly notApplicable: readonly NotApplicable[];
	readonly missing: readonly Missing[];
}

type SuiteInput = Omit<PlanInput, 'host'> & { readonly host: PlanHost };

/** The part of the plan that one suite makes. */
export async function planSuite({ manifest, directory }: PlannableSuite, input: SuiteInput): Promise<SuitePart> {
	const { values, missing: missingNames } = suiteParams(manifest, input.params);
	const located = toolState(manifest, input.host, input.tools);
	const tools = input.runTool === undefined ? located : await readVersions(manifest, located, input.runTool);
	const parameters = missingNames.map((name) => missingParameter(manifest, name));
	const product = missingProduct(manifest, input);
	const assets = await missingAssets(manifest, directory, input.host);
	const missingFor = (entry: ManifestCase): Text[] => [
		...product.map(({ detail }) => detail),
		...assets.filter(({ name }) => usesAsset(manifest, entry, name)).map(({ detail }) => detail),
	];
	const scope = scopeOf(manifest, directory, values, tools, input);
	const { cases, notApplicable } = planCases({ manifest, directory, tools, scope, missingFor });
	const missing = [...product, ...parameters, ...assets, ...toolsOf(manifest, cases, tools)];
	return { suite: manifest.id, params: values, cases, notApplicable, missing };
}

function scopeOf(
	manifest: Manifest,
	directory: string,
	values: Readonly<Record<string, unknown>>,
	tools: ToolState,
	input: SuiteInput,
): Scope {
	const secrets = Object.entries(manifest.params ?? {}).filter(([, { type }]) => type === 'secret');
	const marks = Object.fromEntries(secrets.map(([name]) => [name, secretMark(`${manifest.id}/${name}`)]));
	const names = [...tools.found.keys(), ...tools.missing.keys()];
	return {
		host: input.host,
		product: input.product,
		params: { ...values, ...marks },
		tools: Object.fromEntries(names.map((name) => [name, tools.found.get(name) ?? null])),
		suite: { id: manifest.id, version: manifest.version, directory },
	};
}

function missingParameter(manifest: Manifest, name: string): Missing {
	const title = manifest.params?.[name]?.title;
	const detail = {
		zh: `请给出参数“${name}”（${title?.zh ?? title?.en ?? name}）：--param ${name}=…`,
		en: `Give the parameter “${name}” (${title?.en ?? title?.zh ?? name}): --param ${name}=…`,
	};
	return { kind: 'parameter', suite: manifest.id, name, detail };
}

/** A suite for a product cannot judge anything while nobody has said which product it is. */
function missingProduct(manifest: Manifest, { product }: SuiteInput): Missing[] {
	const kind = manifest.product ?? 'none';
	if (kind === 'none' || kind === 'machine') return [];
	if (product !== null && (kind !== 'package' || product.packages.length > 0)) return [];
	const detail =
		kind === 'package'
			? { zh: '请用 --product 给出安装包文件。', en: 'Give the package file with --product.' }
			: { zh: '请用 --product 指明被测产品。', en: 'Name the product under test with --product.' };
	return [{ kind: 'product', suite: manifest.id, name: kind, detail }];
}

/** A case that names an asset needs it; one that no case names is needed by all (a script may read it). */
function usesAsset(manifest: Manifest, entry: ManifestCase, path: string): boolean {
	const names = (one: ManifestCase): boolean => JSON.stringify(one).includes(path);
	return names(entry) || !manifest.cases.some(names);
}

/** Only what some case that applies here asks for is missing. */
function toolsOf(manifest: Manifest, cases: readonly PlannedCase[], tools: ToolState): Missing[] {
	const applied = new Set(cases.map((entry) => entry.case));
	const wanted = manifest.cases.filter(({ id }) => applied.has(id)).flatMap((entry) => entry.tools ?? []);
	const names = new Set(applied.size === 0 ? [] : [...(manifest.tools ?? []), ...wanted]);
	return [...names].flatMap((name) => tools.missing.get(name) ?? []);
}
