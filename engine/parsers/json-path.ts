/** One step of a path: a member's name, an index (negative: from the end) or every entry. */
export type PathSegment = string | number | '*any*';

export const ANY = '*any*' as const;

const PART = /\.?([^.[\]"\s][^.[\]"]*)|\[(-?\d+)\]|\[(\*)\]|\["((?:[^"\\]|\\.)*)"\]/uy;

/**
 * Reads `jobs[0].read.iops`, `$.a[*].b`, `a["odd key"][-1]` or a JSON pointer `/a/0/b` (RFC 6901). An empty path, `$`
 * and `` are the whole document. null when it is neither.
 */
export function parsePath(path: string): readonly PathSegment[] | null {
	if (path === '' || path === '$') return [];
	if (path.startsWith('/')) return path.slice(1).split('/').map(pointerSegment);
	const text = path.startsWith('$') ? path.slice(1) : path;
	const segments: PathSegment[] = [];
	let at = 0;
	while (at < text.length) {
		PART.lastIndex = at;
		const match = PART.exec(text);
		if (match === null || (at === 0 && path === text && match[0].startsWith('.'))) return null;
		segments.push(segmentOf(match));
		at = PART.lastIndex;
	}
	return segments;
}

function pointerSegment(part: string): PathSegment {
	const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
	return /^(?:0|[1-9]\d*)$/u.test(name) ? Number(name) : name;
}

function segmentOf(match: RegExpExecArray): PathSegment {
	const [, name, index, any, quoted] = match;
	if (any !== undefined) return ANY;
	if (index !== undefined) return Number(index);
	if (quoted !== undefined) return quoted.replace(/\\(.)/gsu, '$1');
	return name ?? '';
}
