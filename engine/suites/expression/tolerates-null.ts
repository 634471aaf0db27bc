import type { ASTNode } from '@marcbachmann/cel-js';
import { chainOf, childrenOf } from './mentions.ts';

/** Whether an expression itself deals with a value being unknown: `path == null`, `path != null`, `has(path)`. */
export function toleratesNull(node: ASTNode, path: string): boolean {
	if ((node.op === '==' || node.op === '!=') && node.args.some(isNull)) {
		if (node.args.some((part) => chainOf(part)?.join('.') === path)) return true;
	}
	if (node.op === 'call' && node.args[0] === 'has')
		return node.args[1].some((part) => chainOf(part)?.join('.') === path);
	return childrenOf(node).some((child) => toleratesNull(child, path));
}

function isNull(node: ASTNode): boolean {
	return node.op === 'value' && node.args === null;
}
