import { z } from 'zod';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/u, 'expected 64 lower-case hexadecimal digits');

/** Both digests of the same bytes: SHA-256 (FIPS 180-4) and SM3 (GB/T 32905), lower-case hexadecimal. */
export const digestSchema = z.strictObject({ sha256: hex64, sm3: hex64 });

export type Digest = z.infer<typeof digestSchema>;
