import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { manifestJsonSchema } from '../../../engine/suites/index.ts';

const root = new URL('../../../test-suites/', import.meta.url);
const published: unknown = JSON.parse(readFileSync(new URL('suite.schema.json', root), 'utf8'));

describe('The published JSON Schema', () => {
	it('is up to date (npm run schema writes it anew)', () => {
		expect(published).toEqual(JSON.parse(JSON.stringify(manifestJsonSchema())));
	});

	it('takes a suite that we ship and refuses one with an unknown key', () => {
		const validate = new Ajv2020({ strict: false }).compile(published as object);
		const manifest = parse(readFileSync(new URL('host-baseline/suite.yaml', root), 'utf8')) as object;
		expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
		expect(validate({ ...manifest, privlege: 1 })).toBe(false);
		expect(validate({ ...manifest, category: 'nonsense' })).toBe(false);
	});
});
