/**
 * A circle in a graph of names, as `[a, b, a]`; null when there is none. Walks with its own stack: a chain of ten
 * thousand cases is no reason to fail.
 */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
	const done = new Set<string>();
	for (const start of edges.keys()) {
		const trail: { name: string; next: number }[] = done.has(start) ? [] : [{ name: start, next: 0 }];
		const open = new Set(trail.map(({ name }) => name));
		while (trail.length > 0) {
			const top = trail.at(-1);
			if (top === undefined) break;
			const target = edges.get(top.name)?.[top.next++];
			if (target === undefined) {
				done.add(top.name);
				open.delete(top.name);
				trail.pop();
			} else if (open.has(target)) {
				const names = trail.map(({ name }) => name);
				return [...names.slice(names.indexOf(target)), target];
			} else if (!done.has(target) && edges.has(target)) {
				trail.push({ name: target, next: 0 });
				open.add(target);
			}
		}
	}
	return null;
}
