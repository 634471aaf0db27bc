import type { ASTNode } from '@marcbachmann/cel-js';
import type { Scope } from './environment.ts';

/** A value of the scope that an expression speaks of, by its path: `host.cpu.isa`. undefined: no such member. */
export interface Mention {
	readonly path: string;
	readonly value: unknown;
}

/** Everything of the scope that an expression speaks of, in order and once each. */
export function mentions(ast: ASTNode, scope: Scope): Mention[] {
	const found = new Map<string, Mention>();
	collect(ast, scope, found);
	return [...found.values()];
}

function collect(node: ASTNode, scope: Scope, found: Map<string, Mention>): void {
	const chain = chainOf(node);
	if (chain !== null) {
		const [root = '', ...members] = chain;
		if (Object.hasOwn(scope, root)) found.set(chain.join('.'), { path: chain.join('.'), value: valueAt(scope, chain) });
		else if (members.length === 0) return;
		return;
	}
	for (const child of childrenOf(node)) collect(child, scope, found);
}

/** `host.cpu.isa` as its names; null for anything else. */
export function chainOf(node: ASTNode): string[] | null {
	if (node.op === 'id') return [node.args];
	if (node.op !== '.' && node.op !== '.?') return null;
	const before = chainOf(node.args[0]);
	return before === null ? null : [...before, node.args[1]];
}

/** Every node directly below a node. */
export function childrenOf(node: ASTNode): ASTNode[] {
	return nodesIn(node.args);
}

function nodesIn(part: unknown): ASTNode[] {
	if (Array.isArray(part)) return part.flatMap(nodesIn);
	return part !== null && typeof part === 'object' && 'op' in part ? [part as ASTNode] : [];
}

function valueAt(scope: Scope, chain: readonly string[]): unknown {
	let value: unknown = scope;
	for (const name of chain) {
		if (value === null || typeof value !== 'object') return null;
		value = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
	}
	return value;
}
