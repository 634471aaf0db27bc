import type { Scope } from '../expression/environment.ts';
import { type Evaluation, evaluate } from '../expression/evaluate.ts';
import { isBareExpression, resolveValue, Unresolved } from '../expression/resolve.ts';
import type { ManifestCase } from '../manifest/case.ts';

export type Scalar = string | number | boolean | null;

/** One instance of a case: which detected thing, which values of the matrix. */
export interface Instance {
	/** "[eth0,threads=4]", or nothing for a case that is there once. */
	readonly suffix: string;
	readonly values: Readonly<Record<string, Scalar>>;
	readonly scope: Scope;
}

/** Why a case has no instance here. */
export interface NoInstance {
	readonly expression: string;
	readonly evaluation: Evaluation;
}

const MAX_INSTANCES = 10_000;

/** Every instance of a case in order; nothing detected to run it for is a reason, not an empty list. */
export function instancesOf(entry: ManifestCase, scope: Scope): readonly Instance[] | NoInstance {
	const things = thingsOf(entry, scope);
	if (!Array.isArray(things)) return things as NoInstance;
	const instances: Instance[] = [];
	for (const thing of things as readonly Thing[]) {
		const inner = thing.label === null ? scope : { ...scope, each: thing.value };
		const axes = Object.entries(entry.matrix ?? {}).map(([name, values]) => axisOf(name, values, inner));
		for (const values of combinations(axes)) {
			instances.push(instance(thing.label, values, inner));
			if (instances.length > MAX_INSTANCES) throw new Unresolved(entry.id, [], `more than ${MAX_INSTANCES} instances`);
		}
	}
	return instances;
}

interface Thing {
	readonly label: string | null;
	readonly value: unknown;
}

function thingsOf(entry: ManifestCase, scope: Scope): readonly Thing[] | NoInstance {
	const { forEach } = entry;
	if (forEach === undefined) return [{ label: null, value: null }];
	const expression = typeof forEach === 'string' ? forEach : forEach.in;
	const evaluation = evaluate(expression, scope);
	if (!('value' in evaluation) || !Array.isArray(evaluation.value) || evaluation.value.length === 0) {
		return { expression, evaluation };
	}
	const label = typeof forEach === 'string' ? undefined : forEach.label;
	const labels = evaluation.value.map((value: unknown, index) => labelOf(value, index, label, scope));
	return evaluation.value.map((value: unknown, index) => ({ value, label: unique(labels, index) }));
}

/** The author's label, else the thing's name, mount point, id or text, else its number. */
function labelOf(value: unknown, index: number, label: string | undefined, scope: Scope): string {
	if (label !== undefined) {
		const answer = evaluate(label, { ...scope, each: value });
		if ('value' in answer && answer.value !== null) return clean(String(answer.value));
	}
	if (value === null || typeof value !== 'object') return clean(String(value));
	const { name, mount, slot, id } = value as Record<string, unknown>;
	const found = [name, mount, slot, id].find((part) => typeof part === 'string' && part !== '');
	return clean(found === undefined ? String(index + 1) : String(found));
}

/** Brackets and commas shape the key, so a label has none. */
function clean(label: string): string {
	return label.replace(/[[\],\s]+/gu, '_').slice(0, 80);
}

function unique(labels: readonly string[], index: number): string {
	const label = labels[index] ?? '';
	const before = labels.slice(0, index).filter((other) => other === label).length;
	return before === 0 ? label : `${label}#${before + 1}`;
}

type MatrixValues = NonNullable<ManifestCase['matrix']>[string];
type Axis = readonly (readonly [name: string, value: Scalar])[];

function axisOf(name: string, values: MatrixValues, scope: Scope): Axis {
	const list = typeof values === 'string' ? wholeAxis(values, scope) : values.map((value) => axisValue(value, scope));
	return [...new Set(list.flat())].map((value) => [name, value as Scalar] as const);
}

function wholeAxis(expression: string, scope: Scope): unknown[] {
	const answer = evaluate(expression, scope);
	if ('value' in answer && Array.isArray(answer.value)) return answer.value;
	if ('value' in answer && answer.value !== null) return [answer.value];
	throw new Unresolved(expression, 'unknown' in answer ? answer.unknown : [expression], 'no values for the matrix');
}

function axisValue(value: string | number | boolean, scope: Scope): unknown {
	return typeof value === 'string' && (isBareExpression(value) || value.includes('${'))
		? resolveValue(value, scope, true)
		: value;
}

function combinations(axes: readonly Axis[]): readonly Record<string, Scalar>[] {
	let rows: Record<string, Scalar>[] = [{}];
	for (const axis of axes) rows = rows.flatMap((row) => axis.map(([name, value]) => ({ ...row, [name]: value })));
	return rows;
}

function instance(label: string | null, matrix: Record<string, Scalar>, scope: Scope): Instance {
	const names = Object.entries(matrix).map(([name, value]) => `${name}=${clean(String(value))}`);
	const parts = [...(label === null ? [] : [label]), ...names];
	return {
		suffix: parts.length === 0 ? '' : `[${parts.join(',')}]`,
		values: { ...(label === null ? {} : { each: label }), ...matrix },
		scope: Object.keys(matrix).length === 0 ? scope : { ...scope, matrix },
	};
}
