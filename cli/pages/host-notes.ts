import type { Field } from '../../contract/host/field.ts';
import type { HostProfile } from '../../contract/host.ts';
import { type Language, textIn } from '../../contract/text.ts';
import { byteSize } from './byte-size.ts';
import { HOST_NOTES } from './host-texts.ts';

const USUAL_PAGE_BYTES = 4096;

/** What a person should know before trusting or using this host: one sentence each. */
export function hostNotes(profile: HostProfile, language: Language): string[] {
	const { cpu, runtime, virtualisation, probes, os } = profile;
	const notes: string[] = [];
	const add = (key: keyof typeof HOST_NOTES, values: Readonly<Record<string, string>> = {}) =>
		notes.push(fill(textIn(HOST_NOTES[key], language), values));
	if (virtualisation.role === 'machine') add('machine', { type: virtualisation.type.value ?? '?' });
	if (virtualisation.role === 'container') add('container', { type: virtualisation.type.value ?? '?' });
	if (runtime.pageSize.value !== null && runtime.pageSize.value !== USUAL_PAGE_BYTES) {
		add('pageSize', { size: byteSize(runtime.pageSize.value) });
	}
	if (runtime.abiWorld.value === 'old') add('oldWorld');
	if (cpu.model.confidence === 'guess' && virtualisation.role !== 'machine') {
		add('guess', { model: cpu.model.value ?? '', source: cpu.model.source });
	}
	for (const field of [cpu.vendor.id, cpu.model, os.id]) {
		for (const conflict of distinctConflicts(field)) add('conflict', conflict);
	}
	if (/exec control on/u.test(runtime.securityModule.state.value ?? '')) add('execControl');
	if (runtime.kernelTaint.value !== null && runtime.kernelTaint.value !== 0)
		add('tainted', { taint: String(runtime.kernelTaint.value) });
	for (const { name, state, message = '' } of probes) {
		if (state !== 'done') add(state, { name, message });
	}
	return notes;
}

function distinctConflicts(field: Field<string>): { value: string; other: string; source: string }[] {
	const seen = new Map((field.conflicts ?? []).map(({ value, source }) => [value, source]));
	return [...seen].map(([other, source]) => ({ value: field.value ?? '?', other, source }));
}

export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
	return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
