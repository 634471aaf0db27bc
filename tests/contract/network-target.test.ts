import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignTargets, readTarget, targetsOf } from '../../contract/network-target.ts';

const plan = (...lan: string[]) => ({ cases: [{ network: { lan } }, { network: 'none' }] }) as never;

describe('A target', () => {
	it.each([
		['10.0.0.5', '10.0.0.5', null],
		['db.Lab.:5432', 'db.lab', 5432],
		[' 数据库-1:5236 ', '数据库-1', 5236],
		['fd00::1', 'fd00:0:0:0:0:0:0:1', null],
		['[FD00:0::0001]:80', 'fd00:0:0:0:0:0:0:1', 80],
		['fe80::1%eth0', 'fe80:0:0:0:0:0:0:1%eth0', null],
	])('%s is read', (text, host, port) => {
		expect(readTarget(text)).toEqual({ host, port });
	});

	it.each([
		'',
		':80',
		'a:0',
		'a:70000',
		'10.0.0.256',
		'10.1',
		'010.0.0.1',
		'*',
		'10.0.0.0/8',
		'a b',
		'a..b',
		'user@a',
		'http://a',
		'[::1',
		'1::2::3',
		'[a]:1',
		'-a',
	])('%j is none', (text) => expect(readTarget(text)).toBeNull());

	it('of any text is read without an error, and read again from its own spelling it is the same', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.domain()), fc.option(fc.nat(70_000)), (host, port) => {
				const text = port === null ? host : host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
				const read = readTarget(text);
				if (read === null) return;
				const shown = read.host.includes(':') ? `[${read.host}]` : read.host;
				expect(readTarget(read.port === null ? shown : `${shown}:${read.port}`)).toEqual(read);
			}),
		);
	});
});

describe('A plan', () => {
	it('names every target once, as the suite wrote it', () => {
		expect(targetsOf(plan('a:1', 'b', 'a:1'))).toEqual(['a:1', 'b']);
	});

	it('has those as foreign that the list does not cover: a host covers all its ports, a port itself alone', () => {
		const allowed = ['db.lab', '10.0.0.5:5432', 'fd00::1'];
		expect(foreignTargets(plan('DB.lab:1521', 'db.lab', '10.0.0.5:5432', '[fd00:0::1]:80'), allowed)).toEqual([]);
		expect(foreignTargets(plan('10.0.0.5', '10.0.0.5:22', 'other', 'db.lab.example'), allowed)).toEqual([
			'10.0.0.5',
			'10.0.0.5:22',
			'other',
			'db.lab.example',
		]);
	});

	it('counts an address by its host, this machine never, and what nobody can read always', () => {
		expect(foreignTargets(plan('http://web.lab:8080/', '127.0.0.1:80', 'localhost', '::1'), ['web.lab'])).toEqual([]);
		expect(foreignTargets(plan('http://web.lab/a/b', '10.0.0.0/8'), ['web.lab', '10.0.0.0/8'])).toEqual([
			'http://web.lab/a/b',
			'10.0.0.0/8',
		]);
	});

	it('has every target as foreign while the list is empty', () => {
		expect(foreignTargets(plan('a', 'b:1'), [])).toEqual(['a', 'b:1']);
	});
});
