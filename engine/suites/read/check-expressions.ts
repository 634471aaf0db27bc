import type { Text } from '../../../contract/text.ts';
import { checkNames, type Shapes } from '../expression/check-names.ts';
import { compile } from '../expression/environment.ts';
import { HOST_SHAPE, members, PRODUCT_SHAPE, type Shape } from '../expression/host-shape.ts';
import { isBareExpression } from '../expression/resolve.ts';
import { parseTemplate } from '../expression/template.ts';
import type { ManifestCase } from '../manifest/case.ts';
import type { Manifest } from '../manifest/suite.ts';
import { nearest } from './did-you-mean.ts';
import type { Report } from './report.ts';

const VALUE: Shape = { kind: 'value' };
const ANY: Shape = { kind: 'any' };
const RUNTIME_NAMES = /^(?:run\.(?:scratch|data|id)|env\.[A-Za-z_]\w*|steps\.[a-z0-9-]+\.stdout)$/u;

/** Checks every expression of a manifest: that it can be read, and that every name in it means something there. */
export function checkExpressions(manifest: Manifest, report: Report): void {
	const shapes = suiteShapes(manifest);
	for (const [at, requirement] of (manifest.requires ?? []).entries()) {
		checkRequirement(requirement, ['requires', at], shapes, report);
	}
	checkTemplates(manifest.env, ['env'], shapes, report);
	for (const [index, entry] of manifest.cases.entries()) checkCase(entry, ['cases', index], shapes, report);
}

function suiteShapes(manifest: Manifest): Shapes {
	const params = Object.keys(manifest.params ?? {}).map((name) => [name, ANY] as const);
	const toolNames = [
		manifest.tools ?? [],
		manifest.cases.flatMap((entry) => entry.tools ?? []),
		Object.keys(manifest.packages ?? {}),
	].flat();
	const tool = members({ path: VALUE, version: VALUE });
	return {
		host: HOST_SHAPE,
		product: PRODUCT_SHAPE,
		params: members(Object.fromEntries(params)),
		tools: members(Object.fromEntries(toolNames.map((name) => [name, tool]))),
		suite: members({ id: VALUE, version: VALUE, directory: VALUE }),
	};
}

function checkCase(entry: ManifestCase, path: readonly PropertyKey[], suite: Shapes, report: Report): void {
	for (const [at, requirement] of (entry.requires ?? []).entries()) {
		checkRequirement(requirement, [...path, 'requires', at], suite, report);
	}
	const each = checkForEach(entry, path, suite, report);
	for (const [name, values] of Object.entries(entry.matrix ?? {})) {
		checkMatrix(values, [...path, 'matrix', name], each, report);
	}
	const matrix = members(Object.fromEntries(Object.keys(entry.matrix ?? {}).map((name) => [name, ANY])));
	const shapes: Shapes = { ...each, case: members({ id: VALUE }), ...(entry.matrix === undefined ? {} : { matrix }) };
	const { requires: _requires, forEach: _forEach, matrix: _matrix, ...rest } = entry;
	checkTemplates(rest, path, shapes, report);
	checkBare(rest, path, shapes, report);
}

function checkForEach(entry: ManifestCase, path: readonly PropertyKey[], shapes: Shapes, report: Report): Shapes {
	const { forEach } = entry;
	if (forEach === undefined) return shapes;
	const expression = typeof forEach === 'string' ? forEach : forEach.in;
	const at = typeof forEach === 'string' ? [...path, 'forEach'] : [...path, 'forEach', 'in'];
	const shape = check(expression, at, shapes, report);
	const inner = { ...shapes, each: shape?.kind === 'list' ? shape.entry : ANY };
	if (typeof forEach !== 'string' && forEach.label !== undefined)
		check(forEach.label, [...path, 'forEach', 'label'], inner, report);
	return inner;
}

function checkMatrix(values: unknown, path: readonly PropertyKey[], shapes: Shapes, report: Report): void {
	if (typeof values === 'string') {
		check(values, path, shapes, report);
		return;
	}
	checkTemplates(values, path, shapes, report);
	checkBare(values, path, shapes, report, true);
}

function checkRequirement(
	requirement: string | { that: string },
	path: readonly PropertyKey[],
	shapes: Shapes,
	report: Report,
): void {
	if (typeof requirement === 'string') check(requirement, path, shapes, report);
	else check(requirement.that, [...path, 'that'], shapes, report);
}

/** Every `${…}` in every text below a value. */
function checkTemplates(value: unknown, path: readonly PropertyKey[], shapes: Shapes, report: Report): void {
	if (typeof value === 'string') checkText(value, path, shapes, report);
	else if (value !== null && typeof value === 'object') {
		for (const [key, entry] of Object.entries(value)) {
			checkTemplates(entry, [...path, Array.isArray(value) ? Number(key) : key], shapes, report);
		}
	}
}

function checkText(text: string, path: readonly PropertyKey[], shapes: Shapes, report: Report): void {
	const pieces = parseTemplate(text);
	if ('problem' in pieces) {
		report(
			path,
			{ zh: '成对的 ${…}（字面量写作 $${）', en: 'a closed ${…} (write $${ for the characters themselves)' },
			text,
		);
		return;
	}
	for (const piece of pieces) {
		if (piece.kind === 'expression') check(piece.text, path, shapes, report);
		if (piece.kind === 'runtime') checkRuntime(piece.name, path, report);
	}
}

function checkRuntime(name: string, path: readonly PropertyKey[], report: Report): void {
	if (!RUNTIME_NAMES.test(name)) report(path, RUNTIME_EXPECTED, `\${${name}}`);
	else if (path.includes('expect') && path.at(-1) !== 'path') report(path, EXPECTATION_EXPECTED, `\${${name}}`);
}

/** Nothing but the paths of files is filled in there when the case runs. */
const EXPECTATION_EXPECTED: Text = {
	zh: '期望中只有 files 的 path 可用 run、env、steps',
	en: 'run, env and steps only in the path of files of an expectation',
};

const RUNTIME_EXPECTED: Text = {
	zh: 'run.scratch、run.data、run.id、env.名称 或 steps.标识.stdout',
	en: 'run.scratch, run.data, run.id, env.NAME or steps.ID.stdout',
};

/** In `with` (and in a matrix) a text that begins with a root is an expression without braces. */
function checkBare(value: unknown, path: readonly PropertyKey[], shapes: Shapes, report: Report, inside = false): void {
	if (typeof value === 'string') {
		if (inside && isBareExpression(value) && path.at(-1) !== 'expression') check(value, path, shapes, report);
		return;
	}
	if (value === null || typeof value !== 'object') return;
	const host = 'action' in value && value.action === 'host.assert' && 'with' in value ? value.with : undefined;
	if (host !== null && typeof host === 'object' && 'expression' in (host ?? {})) {
		check(String((host as { expression: unknown }).expression), [...path, 'with', 'expression'], shapes, report);
	}
	for (const [key, entry] of Object.entries(value)) {
		const below = Array.isArray(value) ? Number(key) : key;
		checkBare(entry, [...path, below], shapes, report, inside || (key === 'with' && 'action' in value));
	}
}

/** Checks one expression; answers the shape of what it gives, as far as that can be told. */
function check(text: string, path: readonly PropertyKey[], shapes: Shapes, report: Report): Shape | null {
	const compiled = compile(text);
	if ('message' in compiled) {
		report(
			path,
			{ zh: `可用的 CEL 表达式（${compiled.message}）`, en: `a CEL expression that works (${compiled.message})` },
			text,
		);
		return null;
	}
	const { problems, shape } = checkNames(compiled.ast, shapes);
	for (const { name, within, known } of problems) {
		const meant = nearest(name, known);
		const list = meant ?? known.slice(0, 30).join(', ');
		if (within === '') {
			report(path, { zh: `此处可用的名称：${list}`, en: `a name that is known here: ${list}` }, name);
			continue;
		}
		const expected = { zh: `“${within}”中已有的名称：${list}`, en: `a name that is in “${within}”: ${list}` };
		report(path, expected, `${within}.${name}`);
	}
	return shape;
}
