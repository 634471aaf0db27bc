// Speed of a link, and whether its error counters stand still.
import { answer, number, sleep, text, unsupported } from './machine.mjs';

const [name] = process.argv.slice(2);
const folder = `/sys/class/net/${name}`;
const COUNTERS = ['rx_errors', 'tx_errors', 'rx_crc_errors', 'rx_frame_errors', 'collisions'];
const state = text(`${folder}/operstate`) ?? unsupported(`${name} is gone`);
if (state === 'down' || text(`${folder}/carrier`) === '0')
	unsupported(`${name} has no link: plug in its cable to test it`);

const before = counters();
await sleep(Number(process.env.BASELINE_SECONDS) * 1000);
const after = counters();
// A counter that cannot be read says nothing, least of all that it stood still.
const readable = COUNTERS.filter((counter) => before[counter] !== null);
if (readable.some((counter) => after[counter] === null))
	unsupported(`${name} lost its error counters while they were watched`);
const rising = readable.flatMap((counter) => {
	const more = after[counter] - before[counter];
	return more > 0 ? [{ counter, more }] : [];
});
const speed = number(`${folder}/speed`);
// -1 means that the driver does not know (virtual links).
answer({ name, state, megabits: speed !== null && speed > 0 ? speed : null, rising, counters: after });

function counters() {
	return Object.fromEntries(COUNTERS.map((counter) => [counter, number(`${folder}/statistics/${counter}`)]));
}
