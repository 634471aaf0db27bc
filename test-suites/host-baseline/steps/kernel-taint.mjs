// The kernel's own list of what makes it less trustworthy, and the modules behind it.
import { answer, number, text, unsupported } from './machine.mjs';

// Bits 0 to 18 in the order of Documentation/admin-guide/tainted-kernels.rst.
const LETTERS = 'PFSRMBUDAWCIOELKXTN';
const value = number('/proc/sys/kernel/tainted') ?? unsupported('the kernel does not tell its taint');
const allowed = (process.env.BASELINE_TAINT_ALLOWED ?? '').split(',').filter((letter) => letter !== '');
const letters = [...LETTERS].filter((_, bit) => (value >> bit) & 1);
const unexpected = letters.filter((letter) => !allowed.includes(letter));
// A bit that has no letter yet is unexpected as well.
if (value >>> LETTERS.length !== 0) unexpected.push(`bit above ${LETTERS.length - 1}`);
answer({ value, letters, unexpected, modules: taintingModules() });

function taintingModules() {
	return (text('/proc/modules') ?? '').split('\n').flatMap((line) => {
		const flags = /\(([A-Z+-]+)\)\s*$/u.exec(line)?.[1];
		return flags === undefined ? [] : [{ name: line.split(' ')[0], flags }];
	});
}
