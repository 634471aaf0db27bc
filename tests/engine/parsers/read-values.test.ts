import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parser } from '../../../contract/plan.ts';
import { readValues } from '../../../engine/parsers/index.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

/** The texts that a parser reads; fails the test when it could not be applied. */
function texts(parser: Parser, text: string): string[] {
	const answer = readValues(parser, utf8(text));
	if ('problem' in answer) throw new Error(`${answer.problem}: ${answer.detail}`);
	return answer.values.map((value) => value.text);
}

function problem(parser: Parser, text: string): string {
	const answer = readValues(parser, utf8(text));
	return 'problem' in answer ? answer.problem : 'none';
}

describe('A regular expression', () => {
	it('reads its first group, the group asked for, or the whole match', () => {
		const output = 'threads: 4\nevents per second:  123.5\n';
		expect(texts({ regex: 'events per second:\\s+([0-9.]+)' }, output)).toEqual(['123.5']);
		expect(texts({ regex: '(\\w+): (\\d+)', group: 2 }, output)).toEqual(['4']);
		expect(texts({ regex: '(?<n>\\d+)\\.5', group: 'n' }, output)).toEqual(['123']);
		expect(texts({ regex: '^\\w+:' }, output)).toEqual(['threads:']);
	});

	it('finds every match, line by line', () => {
		expect(texts({ regex: '^(\\d+)$' }, '1\n22\nx\n333')).toEqual(['1', '22', '333']);
	});

	it('that backtracks without end is stopped and is a problem, not "nothing found"', () => {
		expect(problem({ regex: '^(a+)+$' }, `${'a'.repeat(50)}!`)).toBe('too-slow');
	});

	it('that cannot be compiled is the fault of the suite', () => {
		expect(problem({ regex: '(' }, 'x')).toBe('bad-parser');
	});

	it('is not run over an output of more than 16 million characters', () => {
		expect(problem({ regex: 'x' }, 'y'.repeat(16 * 1024 * 1024 + 1))).toBe('too-long');
	});
});

describe('Offsets', () => {
	it('are bytes of the output, after Chinese text in UTF-8', () => {
		const bytes = utf8('飞腾\n得分 42 分');
		const answer = readValues({ regex: '得分 (\\d+)' }, bytes);
		const [value] = 'values' in answer ? answer.values : [];
		expect(bytes.subarray(value?.byteFrom, value?.byteTo).toString()).toBe('42');
	});

	it('are bytes of the output, after Chinese text in GB18030 with characters of two and four bytes', () => {
		// 中 D6D0, 文 CEC4, 㐂 81 39 EF 31 (four bytes), then " 42".
		const bytes = Buffer.concat([Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x81, 0x39, 0xef, 0x31]), utf8(' 42\n')]);
		const answer = readValues({ regex: ' (\\d+)' }, bytes);
		const [value] = 'values' in answer ? answer.values : [];
		expect(bytes.subarray(value?.byteFrom, value?.byteTo).toString()).toBe('42');
	});

	it('are bytes of the output even when parts of it are no text at all', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
				// 0xFF is no byte of UTF-8 and none of GB18030, so this can only be read with replacements.
				const bytes = Buffer.concat([Buffer.from([0xff]), noise, utf8('\nvalue=4711\n')]);
				const answer = readValues({ regex: 'value=(\\d+)' }, bytes);
				const last = 'values' in answer ? answer.values.at(-1) : undefined;
				expect(bytes.subarray(last?.byteFrom, last?.byteTo).toString()).toBe('4711');
			}),
		);
	});
});

describe('A path into JSON', () => {
	it('goes by names, indices from both ends, odd names and JSON pointers', () => {
		const output = '{"jobs":[{"read":{"iops":5}},{"read":{"iops":7}}],"a b":{"x.y":"z"}}';
		expect(texts({ json: 'jobs[0].read.iops' }, output)).toEqual(['5']);
		expect(texts({ json: 'jobs[-1].read.iops' }, output)).toEqual(['7']);
		expect(texts({ json: 'jobs[*].read.iops' }, output)).toEqual(['5', '7']);
		expect(texts({ json: '$["a b"]["x.y"]' }, output)).toEqual(['z']);
		expect(texts({ json: '/jobs/1/read/iops' }, output)).toEqual(['7']);
		expect(texts({ json: 'jobs[2].read' }, output)).toEqual([]);
	});

	it('finds the JSON behind notes that a tool prints before it', () => {
		expect(texts({ json: 'a' }, 'fio: this platform is slow\n{"a": 1}\n')).toEqual(['1']);
	});

	it('takes the last of two equal names, as JSON.parse does', () => {
		expect(texts({ json: 'a' }, '{"a":1,"a":2}')).toEqual(['2']);
	});

	it('refuses an output that is no JSON and a path that is none', () => {
		expect(problem({ json: 'a' }, '{"a":')).toBe('not-json');
		expect(problem({ json: 'a[' }, '{}')).toBe('bad-parser');
	});

	it('agrees with JSON.parse on every value of any document', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 2), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				const entries = Array.isArray(value) ? value : [];
				for (const [index, entry] of entries.entries()) {
					const [found] = texts({ json: `[${index}]` }, text);
					expect(typeof entry === 'string' ? found : JSON.parse(found ?? '')).toEqual(
						JSON.parse(JSON.stringify(entry)),
					);
				}
				expect(texts({ json: '' }, text)).toHaveLength(1);
			}),
		);
	});
});

describe('Columns', () => {
	const csv = 'name,ops,"note, long"\r\nseq,12,"a ""b"""\r\nrand,7,\r\n';

	it('are read from CSV by name or number, with quotes as RFC 4180 has them', () => {
		expect(texts({ csv: { column: 'ops' } }, csv)).toEqual(['12', '7']);
		expect(texts({ csv: { column: 'note, long', row: 'seq' } }, csv)).toEqual(['a "b"']);
		expect(texts({ csv: { column: 1, row: -1 } }, csv)).toEqual(['7']);
		expect(texts({ csv: { column: 'ops', row: 'last' } }, csv)).toEqual(['7']);
		expect(texts({ csv: { column: 'ops', row: { where: { name: 'rand' } } } }, csv)).toEqual(['7']);
		expect(texts({ csv: { column: 'name', row: { where: { ops: 12 } } } }, csv)).toEqual(['seq']);
		expect(texts({ csv: { column: 0, header: false, separator: ';' } }, 'a;b\nc;d')).toEqual(['a', 'c']);
	});

	it('come back as they were written, whatever is in them', () => {
		const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '中', ' ') });
		fc.assert(
			fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
				const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
				for (const [index, text] of cells.entries()) {
					expect(texts({ csv: { column: index, row: 0, header: false } }, `${line},"x"`)).toEqual([text]);
				}
			}),
		);
	});

	it('are read from tables of white space', () => {
		const df = 'Filesystem  Use%  Mounted\n/dev/vda1   41%   /\ntmpfs        2%   /run\n';
		expect(texts({ table: { column: 'Use%', row: 'tmpfs' } }, df)).toEqual(['2%']);
		expect(texts({ table: { column: 2 } }, df)).toEqual(['/', '/run']);
	});

	it('that are not there are a problem', () => {
		expect(problem({ csv: { column: 'nosuch' } }, csv)).toBe('no-column');
	});
});

describe('A path into XML', () => {
	const xml = `<?xml version="1.0"?><!-- x --><r><t n="a" v="1"/><t n='b' v="2&amp;3">x <b>y</b><![CDATA[<z>]]></t></r>`;

	it('goes by names, numbers and attributes to texts or attributes', () => {
		expect(texts({ xml: 'r/t/@v' }, xml)).toEqual(['1', '2&3']);
		expect(texts({ xml: "r/t[@n='b']/@v" }, xml)).toEqual(['2&3']);
		expect(texts({ xml: 'r/t[2]' }, xml)).toEqual(['x y<z>']);
		expect(texts({ xml: 'r/t@n' }, xml)).toEqual(['a', 'b']);
		expect(texts({ xml: 'r/*[1]@n' }, xml)).toEqual(['a']);
		expect(texts({ xml: 'r/none' }, xml)).toEqual([]);
	});

	it.each(['<a><b></a>', '<a>', 'no xml', '<a/><b/>', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', '<a b=c/>'])(
		'refuses %s',
		(text) => {
			expect(problem({ xml: 'a' }, text)).toBe('not-xml');
		},
	);
});
