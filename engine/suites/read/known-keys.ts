import { z } from 'zod';

/**
 * The keys that a schema takes at a path of a value. Of several branches of a union, all keys of those branches that
 * have the most keys in common with what stands there are meant; for "did you mean" all of them will do.
 */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
	let schemas: z.core.$ZodType[] = [schema];
	for (const part of path) schemas = schemas.flatMap((entry) => below(entry, part));
	return [...new Set(schemas.flatMap(keysOf))];
}

function below(schema: z.core.$ZodType, part: PropertyKey): z.core.$ZodType[] {
	return branches(schema).flatMap((entry): z.core.$ZodType[] => {
		if (entry instanceof z.ZodObject) {
			const shape: Record<string, z.core.$ZodType> = entry.shape;
			const own = Object.hasOwn(shape, part) ? shape[String(part)] : entry.def.catchall;
			return own === undefined ? [] : [own];
		}
		if (entry instanceof z.ZodArray) return [entry.element];
		return entry instanceof z.ZodRecord ? [entry.valueType] : [];
	});
}

function keysOf(schema: z.core.$ZodType): string[] {
	return branches(schema).flatMap((entry) => (entry instanceof z.ZodObject ? Object.keys(entry.shape) : []));
}

/** A schema without what only wraps it: optional, nullable, the branches of a union. */
function branches(schema: z.core.$ZodType): z.core.$ZodType[] {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return branches(schema.unwrap());
	if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion) {
		return (schema.options as readonly z.core.$ZodType[]).flatMap(branches);
	}
	return [schema];
}
