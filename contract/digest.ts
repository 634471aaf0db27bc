import { z } from 'zod';

/** A digest as text; stored bytes are named by their SHA-256: 64 digits and nothing else, so that a name can never lead out of its folder. */
export const hex64Schema = z.string().regex(/^[0-9a-f]{64}$/u, 'expected 64 lower-case hexadecimal digits');

/** Both digests of the same bytes: SHA-256 (FIPS 180-4) and SM3 (GB/T 32905), lower-case hexadecimal. */
export const digestSchema = z.strictObject({ sha256: hex64Schema, sm3: hex64Schema });

export type Digest = z.infer<typeof digestSchema>;
