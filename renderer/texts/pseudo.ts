/** A text in brackets and 40 % longer: what shows without brackets was not translated, what is cut was too narrow. */
export function pseudo(text: string): string {
	const length = text.replace(/\{\{\w+\}\}/gu, '').length;
	return `［${text}${'～'.repeat(Math.ceil(length * 0.4))}］`;
}
