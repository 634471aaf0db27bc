import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldSchema } from '../../../contract/host/field.ts';
import { plainHost } from '../../../contract/host/plain-host.ts';
import { hostProfileSchema } from '../../../contract/host.ts';
import { detectHost } from '../../../engine/host/index.ts';

describe('A host as requirements see it', () => {
	it('has the bare value in the place of every field, unknown ones as null', async () => {
		const profile = await detectHost();
		const plain = plainHost(profile);
		expect(plain.cpu.isa).toBe(profile.cpu.isa.value);
		expect(plain.cpu.vendor.id).toBe(profile.cpu.vendor.id.value);
		expect(plain.board.systemSerial).toBe(profile.board.systemSerial.value);
		expect(plain.databases.map(({ id }) => id)).toEqual(profile.databases.map(({ id }) => id.value));
		expect(JSON.stringify(plain)).not.toContain('"evidence"');
	});
});

describe('The profile’s schema', () => {
	it('accepts a detected profile after a trip through JSON and refuses what it does not know', async () => {
		const profile = JSON.parse(JSON.stringify(await detectHost()));
		expect(hostProfileSchema.parse(profile)).toEqual(profile);
		expect(hostProfileSchema.safeParse({ ...profile, surprise: 1 }).success).toBe(false);
		profile.cpu.model.confidence = 'perhaps';
		expect(hostProfileSchema.safeParse(profile).success).toBe(false);
	});

	it('wants evidence lines to name their source', () => {
		const field = { value: 'x', source: 'lscpu', confidence: 'certain', evidence: [{ from: 'lscpu', text: 'x' }] };
		const schema = fieldSchema(z.string());
		expect(schema.safeParse(field).success).toBe(true);
		expect(schema.safeParse({ ...field, evidence: [{ from: '', text: 'x' }] }).success).toBe(false);
	});
});
