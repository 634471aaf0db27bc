/** One name for a pressed key with its modifiers: "Ctrl+Shift+S", "Shift+F3", "?", "j". */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
	const printable = event.key.length === 1;
	const modified = event.ctrlKey || event.metaKey || event.altKey;
	const key = event.key === ' ' ? 'Space' : printable && modified ? event.key.toUpperCase() : event.key;
	return [
		event.ctrlKey || event.metaKey ? 'Ctrl' : '',
		event.altKey ? 'Alt' : '',
		// A printable key without other modifiers already shows the shift in itself: "?" is not "Shift+?".
		event.shiftKey && (!printable || modified) ? 'Shift' : '',
		key,
	]
		.filter((part) => part !== '')
		.join('+');
}
