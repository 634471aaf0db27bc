import type { ASTNode } from '@marcbachmann/cel-js';
import type { Root } from './environment.ts';
import type { Shape } from './host-shape.ts';
import { childrenOf } from './mentions.ts';

export type Shapes = Readonly<Partial<Record<Root, Shape>>>;

/** A name in an expression that nothing answers to. */
export interface NameProblem {
	readonly name: string;
	/** What it was looked for in: "host.cpu". */
	readonly within: string;
	readonly known: readonly string[];
	/** Offset in the expression. */
	readonly at: number;
}

const ANY: Shape = { kind: 'any' };
const LIST_MACROS = new Set(['filter', 'map', 'all', 'exists', 'exists_one']);

/** Finds names that do not exist, so that a slip of the pen is an error now and not a case that never applies. */
export function checkNames(ast: ASTNode, shapes: Shapes): { readonly problems: NameProblem[]; readonly shape: Shape } {
	const problems: NameProblem[] = [];
	const shape = shapeOf(ast, new Map(Object.entries(shapes)), problems);
	return { problems, shape };
}

type Names = ReadonlyMap<string, Shape>;

function shapeOf(node: ASTNode, names: Names, problems: NameProblem[]): Shape {
	switch (node.op) {
		case 'id':
			return names.get(node.args) ?? outOfPlace(node, names, problems);
		case '.':
		case '.?':
			return member(node, names, problems);
		case '[]': {
			const of = shapeOf(node.args[0], names, problems);
			shapeOf(node.args[1], names, problems);
			return of.kind === 'list' ? of.entry : ANY;
		}
		case 'rcall':
			return receiverCall(node, names, problems);
		default:
			for (const child of childrenOf(node)) shapeOf(child, names, problems);
			return ANY;
	}
}

/** A root that exists, but not here: `each` in a case without forEach. Unknown variables are the compiler's matter. */
function outOfPlace(node: Extract<ASTNode, { op: 'id' }>, names: Names, problems: NameProblem[]): Shape {
	problems.push({ name: node.args, within: '', known: [...names.keys()], at: node.start });
	return ANY;
}

function member(node: Extract<ASTNode, { op: '.' | '.?' }>, names: Names, problems: NameProblem[]): Shape {
	const [before, name] = node.args;
	const of = shapeOf(before, names, problems);
	if (of.kind !== 'members') return ANY;
	const found = of.members.get(name);
	if (found !== undefined) return found;
	problems.push({
		name,
		within: node.input.slice(before.start, before.end),
		known: [...of.members.keys()],
		at: node.end - name.length,
	});
	return ANY;
}

function receiverCall(node: Extract<ASTNode, { op: 'rcall' }>, names: Names, problems: NameProblem[]): Shape {
	const [name, receiver, args] = node.args;
	const [variable, ...bodies] = args;
	if (receiver.op === 'id' && receiver.args === 'cel') return bind(args, names, problems);
	const of = shapeOf(receiver, names, problems);
	if (!LIST_MACROS.has(name) || variable?.op !== 'id') {
		for (const argument of args) shapeOf(argument, names, problems);
		return ANY;
	}
	const inner = new Map(names).set(variable.args, of.kind === 'list' ? of.entry : ANY);
	const shapes = bodies.map((body) => shapeOf(body, inner, problems));
	if (name === 'filter') return of;
	return name === 'map' ? { kind: 'list', entry: shapes.at(-1) ?? ANY } : ANY;
}

/** `cel.bind(name, value, body)` */
function bind(args: readonly ASTNode[], names: Names, problems: NameProblem[]): Shape {
	const [variable, value, body] = args;
	if (variable?.op !== 'id' || value === undefined || body === undefined) return ANY;
	return shapeOf(body, new Map(names).set(variable.args, shapeOf(value, names, problems)), problems);
}
