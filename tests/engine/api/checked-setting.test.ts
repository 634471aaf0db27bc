import { expect, it } from 'vitest';
import { checkedSetting } from '../../../engine/api/checked-setting.ts';

const refusal = (code: string, details: object = {}) =>
	expect.objectContaining({ code, details: expect.objectContaining(details) });

it('a setting without a form of its own is kept as it is', () => {
	expect(checkedSetting('people', [{ name: '王工' }], '')).toEqual([{ name: '王工' }]);
	expect(checkedSetting('toString', 1, '')).toBe(1);
});

it('a setting with a form is checked, trimmed and completed, and null takes it back', () => {
	expect(checkedSetting('report.seal', { shown: true, zh: ' 专用章 ' }, '')).toEqual({
		shown: true,
		zh: '专用章',
		en: '',
		height: null,
	});
	expect(checkedSetting('report.declaration', { zh: ['一'] }, '')).toEqual({ zh: ['一'], en: [] });
	expect(checkedSetting('report.seal', null, '')).toBeNull();
});

it.each([
	['report.seal', { shown: true, height: 500 }],
	['report.seal', { shown: 'yes' }],
	['report.declaration', { zh: ['x'.repeat(501)] }],
	['report.declaration', { zh: [], fr: [] }],
	['network.targets', 'db.lab'],
])('%s is not kept as %j', (name, value) => {
	expect(() => checkedSetting(name, value, '王工')).toThrow(refusal('settings.bad-value', { name }));
});

it('a network target that nobody can read is named', () => {
	expect(() => checkedSetting('network.targets', ['db.lab', '10.0.0.0/8'], '王工')).toThrow(
		refusal('settings.bad-target', { target: '10.0.0.0/8' }),
	);
	expect(checkedSetting('network.targets', ['db.lab', ' 10.0.0.5:22 '], '王工')).toEqual(['db.lab', '10.0.0.5:22']);
});

it('the list of network targets is changed by somebody', () => {
	for (const value of [['db.lab'], null])
		expect(() => checkedSetting('network.targets', value, ' ')).toThrow(refusal('settings.nobody'));
});

it('what begins with a file or a folder is set where that is looked at', () => {
	for (const name of ['report.logo', 'report.template', 'suite.folders'])
		expect(() => checkedSetting(name, null, '王工')).toThrow(refusal('settings.own-method', { name }));
});
