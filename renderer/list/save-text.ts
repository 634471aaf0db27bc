/** Hands a text to the person as a file. */
export function saveText(name: string, text: string, mediaType = 'text/csv;charset=utf-8'): void {
	const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
