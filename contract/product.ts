import { z } from 'zod';
import { digestSchema } from './digest.ts';

export const productPackageSchema = z.strictObject({
	name: z.string().min(1),
	/** Absolute path on this machine; never part of a report. */
	file: z.string().optional(),
	size: z.int().nonnegative(),
	digest: digestSchema,
	arch: z.string().optional(),
	format: z.enum(['deb', 'rpm', 'appimage', 'tar', 'zip', 'jar', 'other']).optional(),
});

/** The thing under test (被测产品). `id` is made from vendor, name and version and stays the same for them. */
export const productSchema = z.strictObject({
	id: z.string().min(1),
	name: z.string().min(1),
	vendor: z.string(),
	version: z.string(),
	category: z.string(),
	purl: z.string().optional(),
	arch: z.string().optional(),
	channel: z.string().optional(),
	contact: z.string().optional(),
	packages: z.array(productPackageSchema),
});

export type Product = z.infer<typeof productSchema>;
export type ProductPackage = z.infer<typeof productPackageSchema>;
