/** Stands for a value that is known and not shown. */
export const MASK = '***';

const MAC = /(?<![0-9a-f:])[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?![0-9a-f:])/giu;
/** Shorter words would also hit innocent text ("vm" in "kvm"). */
const MIN_SECRET_LENGTH = 4;

/** Hides MAC addresses and the given words wherever they stand by themselves. */
export function maskText(text: string, secrets: readonly string[]): string {
	let masked = text.replace(MAC, MASK);
	for (const secret of secrets) {
		if (secret.length < MIN_SECRET_LENGTH || !masked.includes(secret)) continue;
		masked = masked.replace(new RegExp(`(?<![\\w-])${escapeRegExp(secret)}(?![\\w-])`, 'gu'), MASK);
	}
	return masked;
}

function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
