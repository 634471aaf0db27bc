/** Stands for a value that is known and not shown. */
export const MASK = '***';

const MAC = /(?<![0-9a-f:])[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?![0-9a-f:])/giu;
/** Shorter words would also hit innocent text ("vm" in "kvm"). */
const MIN_SECRET_LENGTH = 4;

/** Names that systems make of a MAC address (its maker's half may stay), and directories that are called after a person. */
const NAMED_AFTER: readonly (readonly [RegExp, string])[] = [
	[/(?<![\w-])(enx[0-9a-f]{6})[0-9a-f]{6}(?![\w-])/gu, `$1${MASK}`],
	[/(?<=\/(?:run\/)?media\/)[^/\s"]+/gu, MASK],
];

/** Hides MAC addresses, what is named after one or after a person, and the given words where they stand by themselves. */
export function maskText(text: string, secrets: readonly string[]): string {
	let masked = text.replace(MAC, MASK);
	for (const [pattern, instead] of NAMED_AFTER) masked = masked.replace(pattern, instead);
	for (const secret of secrets) {
		if (secret.length < MIN_SECRET_LENGTH || !masked.includes(secret)) continue;
		masked = masked.replace(new RegExp(`(?<![\\w-])${escapeRegExp(secret)}(?![\\w-])`, 'gu'), MASK);
	}
	return masked;
}

function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
