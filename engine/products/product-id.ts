/** The id of a product, from what names it: the same for the same vendor, name and version, readable in a list. */
export function productId(vendor: string, name: string, version: string): string {
	const parts = [vendor, name, version].map(slug).filter((part) => part !== '');
	return parts.length === 0 ? 'unnamed' : parts.join('/');
}

/** Letters of any script and digits stay; everything else becomes one hyphen. */
function slug(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}.+~]+/gu, '-')
		.replace(/^-+|-+$/gu, '');
}
