import type { FieldEvidence } from '../../../contract/host/field.ts';
import { evidence } from '../field.ts';
import { isDamaged } from './key-values.ts';

export interface Assignment {
	readonly value: string;
	readonly evidence: FieldEvidence;
}

/**
 * `KEY=value` files: os-release, lsb-release, INI. Quotes are taken off; the first "=" splits, so values may hold more
 * of them; damaged lines are left out, and section headers are left out ("[Version] " may end in a blank); the last of two equal keys counts.
 */
export function parseAssignments(text: string, path: string): Map<string, Assignment> {
	const assignments = new Map<string, Assignment>();
	const lines = text.split('\n');
	for (const [index, raw] of lines.entries()) {
		const line = raw.trim();
		// A last line without a newline may have been cut in the middle of a bare word.
		const cut = index > 0 && index === lines.length - 1 && !/["']$/u.test(line);
		if (cut || isDamaged(raw)) continue;
		const match = /^([A-Za-z_][\w.\-[\]@ ]*?)\s*=\s*(.*)$/u.exec(line);
		// What is left of a quoted value that was cut in the middle is not the value.
		if (match?.[1] === undefined || /^(["'])(?:(?!\1).)*$/u.test(match[2] ?? '')) continue;
		assignments.set(match[1], { value: unquote(match[2] ?? ''), evidence: evidence(path, line, index + 1) });
	}
	return assignments;
}

function unquote(text: string): string {
	const match = /^(["'])(.*)\1$/u.exec(text.trim());
	return (match?.[2] ?? text).replace(/\\(["'$`\\])/gu, '$1').trim();
}
