import type { HostProfile } from '../../../contract/host.ts';
import type { HostSummary, ReportEvidence, ReportHostCorrection, ReportPredicate } from '../../../contract/report.ts';
import type { FactsCorrection, ReportFacts } from '../../../contract/report-facts.ts';
import { saltedValue } from './salted-digest.ts';
import { masker, type SensitiveValue } from './sensitive-values.ts';

/** The machine as the statement shows it. */
export function hostPart(
	facts: ReportFacts,
	inventory: ReportEvidence,
	sensitive: readonly SensitiveValue[],
	mask: (text: string) => string,
): ReportPredicate['host'] {
	const { privacy, salt } = facts;
	const corrections = privacy === 'minimal' ? [] : (facts.corrections ?? []);
	return {
		inventory: { name: inventory.name, digest: inventory.digest, mediaType: inventory.mediaType },
		summary: hostSummary(facts.host, privacy === 'minimal'),
		redactions: sensitive.map(({ field, value }) =>
			privacy === 'minimal' ? { field } : { field, sm3: saltedValue(salt, value) },
		),
		...(corrections.length === 0 ? {} : { corrections: corrections.map((one) => correctionPart(one, privacy, mask)) }),
	};
}

function correctionPart(
	{ field, detected, value, sensitive, by, reason, on }: FactsCorrection,
	privacy: ReportFacts['privacy'],
	mask: (text: string) => string,
): ReportHostCorrection {
	return {
		field,
		...(sensitive ? {} : { detected: detected === null ? null : mask(detected), value: mask(value) }),
		...(privacy === 'full' ? { by } : {}),
		// Who corrects a serial number may well repeat it here.
		reason: (sensitive ? masker([{ field, value }]) : mask)(mask(reason)),
		on,
	};
}

function hostSummary(host: HostProfile, minimal: boolean): HostSummary {
	const { cpu, memory, os, runtime } = host;
	const summary = {
		arch: cpu.isa.value,
		cpuVendor: cpu.vendor.name.value,
		cpuModel: cpu.model.value,
		cpuCount: positive(cpu.threads.value),
		memBytes: positive(memory.total.value),
		osId: os.id.value,
		osName: os.name.value,
		osVersion: [os.version.value, os.release.value].filter((part) => part !== null).join(' ') || null,
		kernel: runtime.kernel.value,
		libc: [runtime.libc.name.value, runtime.libc.version.value].filter((part) => part !== null).join(' ') || null,
		virt: host.virtualisation.type.value,
	};
	if (minimal) return { ...summary, gpu: [] };
	return {
		...summary,
		desktop: runtime.desktop.value,
		firmware:
			[host.firmware.vendor.value, host.firmware.version.value].filter((part) => part !== null).join(' ') || null,
		board:
			[host.board.systemVendor.value, host.board.systemProduct.value].filter((part) => part !== null).join(' ') || null,
		gpu: host.graphics.flatMap(
			({ vendor, model }) => [vendor.value, model.value].filter((part) => part !== null).join(' ') || [],
		),
	};
}

function positive(value: number | null): number | null {
	return value !== null && Number.isSafeInteger(value) && value > 0 ? value : null;
}
