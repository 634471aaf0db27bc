/** Every character that occurs in a report's content, pictures aside. */
export function charactersIn(content: unknown, found = new Set<string>()): ReadonlySet<string> {
	if (typeof content === 'string') for (const character of content) found.add(character);
	else if (content !== null && typeof content === 'object' && !ArrayBuffer.isView(content)) {
		for (const part of Object.values(content)) charactersIn(part, found);
	}
	return found;
}
