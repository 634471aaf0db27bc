import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, fillInAll, literal } from '../../../engine/parsers/index.ts';

const places: Readonly<Record<string, string>> = { 'run.scratch': '/s', 'env.X': '${run.scratch}' };
const lookUp = (name: string): string => {
	const found = places[name];
	if (found === undefined) throw new Error(name);
	return found;
};

describe('Filling in', () => {
	it('replaces what the runner knows and leaves everything else', () => {
		expect(fillIn('${run.scratch}/a ${params.x} $HOME', lookUp)).toBe('/s/a ${params.x} $HOME');
	});

	it('never reads what it put in', () => {
		expect(fillIn('${env.X}', lookUp)).toBe('${run.scratch}');
	});

	it('turns $${ into ${ and gives any literal text back as it was', () => {
		expect(fillIn('$${run.scratch}', lookUp)).toBe('${run.scratch}');
		const text = fc.string({ unit: fc.constantFrom('$', '{', '}', 'run.scratch', 'x', '\\') });
		fc.assert(fc.property(text, (any) => fillIn(literal(any), lookUp) === any));
	});

	it('reaches every text inside plain data', () => {
		expect(fillInAll({ a: ['${run.scratch}', 1, null], b: { c: '${run.scratch}' } }, lookUp)).toEqual({
			a: ['/s', 1, null],
			b: { c: '/s' },
		});
	});
});
