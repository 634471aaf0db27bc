import type { FieldEvidence } from '../../../contract/host/field.ts';
import { evidence } from '../field.ts';

export interface Assignment {
	readonly value: string;
	readonly evidence: FieldEvidence;
}

/**
 * `KEY=value` files: os-release, lsb-release, INI. Quotes are taken off; the first "=" splits, so values may hold more
 * of them; section headers are left out ("[Version] " may end in a blank); the last of two equal keys counts.
 */
export function parseAssignments(text: string, path: string): Map<string, Assignment> {
	const assignments = new Map<string, Assignment>();
	for (const [index, raw] of text.split('\n').entries()) {
		const line = raw.trim();
		const match = /^([A-Za-z_][\w.\-[\]@ ]*?)\s*=\s*(.*)$/u.exec(line);
		if (match?.[1] === undefined) continue;
		assignments.set(match[1], { value: unquote(match[2] ?? ''), evidence: evidence(path, line, index + 1) });
	}
	return assignments;
}

function unquote(text: string): string {
	const match = /^(["'])(.*)\1$/u.exec(text.trim());
	return (match?.[2] ?? text).replace(/\\(["'$`\\])/gu, '$1').trim();
}
