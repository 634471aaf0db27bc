import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manifestJsonSchema } from './read/json-schema.ts';

/** `npm run schema`: writes test-suites/suite.schema.json anew from the manifest's schema. */
const file = fileURLToPath(new URL('../../test-suites/suite.schema.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
