// The clock that runs on the board's battery, against the system's.
import { answer, number, sleep, unsupported } from './machine.mjs';

const seconds = Number(process.env.BASELINE_SECONDS);
const first = read();
const from = process.hrtime.bigint();
await sleep(seconds * 1000);
const last = read();
const passed = Number(process.hrtime.bigint() - from) / 1e9;
answer({
	seconds: passed,
	drift: Math.round(Math.abs(last.rtc - first.rtc - passed) * 10) / 10,
	offset: Math.round(Math.abs(last.rtc - last.system)),
});

function read() {
	const rtc = number('/sys/class/rtc/rtc0/since_epoch') ?? unsupported('no hardware clock (/sys/class/rtc/rtc0)');
	return { rtc, system: Date.now() / 1000 };
}
