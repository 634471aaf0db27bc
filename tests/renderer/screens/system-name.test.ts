import { expect, it } from 'vitest';
import { systemName } from '../../../renderer/screens/host/system-name.ts';

it('a version that the name of a system carries already is not said twice', () => {
	expect(systemName('Debian GNU/Linux 12 (bookworm)', '12')).toBe('Debian GNU/Linux 12 (bookworm)');
	expect(systemName('UOS Server 20', '20')).toBe('UOS Server 20');
});

it('one that it does not carry follows it', () => {
	expect(systemName('openEuler', '24.03')).toBe('openEuler 24.03');
	expect(systemName('Kylin V10', '10')).toBe('Kylin V10 10');
});

it('what is unknown is left out', () => {
	expect(systemName('openEuler', null)).toBe('openEuler');
	expect(systemName(null, null)).toBeNull();
});
