import type { HostProfile } from '../../../contract/host.ts';
import { MASK, maskText } from './mask-text.ts';

/**
 * The profile without serial numbers, MAC addresses, host names and service keys: every sensitive field keeps that it
 * is known, and nothing of what it says; what it says is also taken out wherever else it stands.
 */
export function maskProfile(profile: HostProfile): HostProfile {
	return mask(profile, secretsOf(profile)) as HostProfile;
}

/**
 * What the sensitive fields say: the words to hide in everything else. Login names are hidden in their own fields only:
 * "root" and "postgres" are words of every path and unit.
 */
export function secretsOf({ users: _, ...profile }: HostProfile): string[] {
	return sensitiveTexts(profile);
}

function sensitiveTexts(part: unknown): string[] {
	if (Array.isArray(part)) return [...new Set(part.flatMap(sensitiveTexts))];
	if (part === null || typeof part !== 'object') return [];
	if ('sensitive' in part && 'value' in part)
		return typeof part.value === 'string' && part.value !== MASK ? [part.value] : [];
	return [...new Set(Object.values(part).flatMap(sensitiveTexts))];
}

function mask(part: unknown, secrets: readonly string[]): unknown {
	if (typeof part === 'string') return maskText(part, secrets);
	if (Array.isArray(part)) return part.map((entry) => mask(entry, secrets));
	if (part === null || typeof part !== 'object') return part;
	if ('sensitive' in part && 'value' in part) return hideField(part as SensitiveField);
	return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, mask(value, secrets)]));
}

interface SensitiveField {
	readonly value: unknown;
	readonly evidence?: readonly { from: string; line?: number; text: string }[];
}

function hideField(field: SensitiveField): unknown {
	if (field.value === null) return { ...field, evidence: [] };
	const { conflicts: _, ...rest } = field as SensitiveField & { conflicts?: unknown };
	return { ...rest, value: MASK, evidence: (field.evidence ?? []).map((line) => ({ ...line, text: MASK })) };
}
