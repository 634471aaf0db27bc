// Every processor that is built in is online, and all counts of them agree.
import { answer, text, unsupported } from './machine.mjs';

const folder = '/sys/devices/system/cpu';
const present = listed(text(`${folder}/present`)) ?? unsupported('the kernel does not say which processors are there');
const online = listed(text(`${folder}/online`)) ?? unsupported('the kernel does not say which processors are online');
const counted = (text('/proc/cpuinfo') ?? '').match(/^processor\s*:/gmu)?.length ?? null;
answer({
	present: present.length,
	online: online.length,
	offline: present.filter((cpu) => !online.includes(cpu)),
	countedDifference: counted === null ? null : online.length - counted,
});

/** "0-3,8" */
function listed(ranges) {
	if (ranges === null || ranges === '') return null;
	return ranges.split(',').flatMap((range) => {
		const [from, to = from] = range.split('-').map(Number);
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});
}
