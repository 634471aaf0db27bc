// What a disk says about its own health. smartctl's exit status is a set of bits and no verdict: its JSON is read.
import { spawnSync } from 'node:child_process';
import { answer, root, text, unsupported } from './machine.mjs';

const [disk] = process.argv.slice(2);
const report = JSON.parse(root === '/' ? ask() : (text(`/smart/${disk}.json`) ?? '{}'));
const { smart_status: status, ata_smart_attributes: ata, nvme_smart_health_information_log: nvme } = report;
if (status?.passed === undefined) unsupported(`${disk} does not report its health`);

const raw = (id) => ata?.table?.find((attribute) => attribute.id === id)?.raw?.value ?? null;
answer({
	disk,
	model: report.model_name ?? null,
	passed: status.passed,
	counters: known({
		reallocated: raw(5),
		pending: raw(197),
		uncorrectable: raw(198),
		criticalWarning: nvme?.critical_warning,
		mediaErrors: nvme?.media_errors,
	}),
	percentUsed: nvme?.percentage_used ?? 0,
});

function ask() {
	const { stdout, error } = spawnSync('smartctl', ['-H', '-A', '-i', '-j', `/dev/${disk}`], { encoding: 'utf8' });
	if (error !== undefined) throw error;
	return stdout;
}

function known(counters) {
	return Object.fromEntries(Object.entries(counters).filter(([, value]) => value !== null && value !== undefined));
}
