import { z } from 'zod';
import { type HostProfile, hostProfileSchema } from '../../../contract/host.ts';

/** A whole host profile in which every field is unknown but for what a test sets by path: `{'cpu.isa': 'aarch64'}`. */
export function sampleHost(values: Readonly<Record<string, unknown>> = {}): HostProfile {
	const profile = blank(hostProfileSchema) as Record<string, unknown>;
	for (const [path, value] of Object.entries(values)) set(profile, path.split('.'), value);
	return hostProfileSchema.parse({ ...profile, detectedOn: '2026-01-02T03:04:05.000Z' });
}

/** A detected (or, with null, unknown) value. */
export function field(value: unknown): unknown {
	return { value, source: 'test', confidence: value === null ? null : 'certain', evidence: [] };
}

/** One network interface as detection reports it. */
export function sampleInterface(name: string, virtual = false, speed: number | null = 1000): unknown {
	const entry = blank(hostProfileSchema.shape.network.shape.interfaces.element) as object;
	return { ...entry, name, speed: field(speed), state: 'up', virtual };
}

function set(node: Record<string, unknown>, path: readonly string[], value: unknown): void {
	const [first = '', ...rest] = path;
	if (rest.length > 0) set(node[first] as Record<string, unknown>, rest, value);
	else node[first] = isField(node[first]) ? field(value) : value;
}

function isField(value: unknown): boolean {
	return value !== null && typeof value === 'object' && 'confidence' in value;
}

/** The emptiest value that a schema takes, with every field unknown: follows the contract as it grows. */
function blank(schema: z.core.$ZodType): unknown {
	if (schema instanceof z.ZodObject) return blankObject(schema.shape);
	if (schema instanceof z.ZodArray) return [];
	if (schema instanceof z.ZodRecord) return {};
	if (schema instanceof z.ZodNullable) return null;
	if (schema instanceof z.ZodLiteral) return [...schema.values][0];
	if (schema instanceof z.ZodEnum) return schema.options[0];
	if (schema instanceof z.ZodBoolean) return false;
	return schema instanceof z.ZodNumber ? 0 : '';
}

function blankObject(shape: Readonly<Record<string, z.core.$ZodType>>): unknown {
	if ('confidence' in shape && 'source' in shape) return field(null);
	const entries = Object.entries(shape).filter(([, part]) => !(part instanceof z.ZodOptional));
	return Object.fromEntries(entries.map(([name, part]) => [name, blank(part)]));
}
