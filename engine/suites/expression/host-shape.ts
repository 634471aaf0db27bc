import { z } from 'zod';
import { hostProfileSchema } from '../../../contract/host.ts';
import { productSchema } from '../../../contract/product.ts';

/** The form of a value as far as names are concerned: members, entries, or anything. */
export type Shape =
	| { readonly kind: 'members'; readonly members: ReadonlyMap<string, Shape> }
	| { readonly kind: 'list'; readonly entry: Shape }
	| { readonly kind: 'value' }
	| { readonly kind: 'any' };

const VALUE: Shape = { kind: 'value' };

/** What `host` looks like to an expression: the profile's schema with every field replaced by its value. */
export const HOST_SHAPE: Shape = shapeOf(hostProfileSchema);
export const PRODUCT_SHAPE: Shape = shapeOf(productSchema);

export function members(entries: Readonly<Record<string, Shape>>): Shape {
	return { kind: 'members', members: new Map(Object.entries(entries)) };
}

function shapeOf(schema: z.core.$ZodType): Shape {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return shapeOf(schema.unwrap());
	if (schema instanceof z.ZodArray) return { kind: 'list', entry: shapeOf(schema.element) };
	if (schema instanceof z.ZodRecord) return { kind: 'any' };
	if (!(schema instanceof z.ZodObject)) return VALUE;
	const shape: Record<string, z.core.$ZodType> = schema.shape;
	const { value } = shape;
	if (value !== undefined && 'source' in shape && 'confidence' in shape) return shapeOf(value);
	return { kind: 'members', members: new Map(Object.entries(shape).map(([name, part]) => [name, shapeOf(part)])) };
}
