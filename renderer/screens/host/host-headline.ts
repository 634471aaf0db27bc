import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';

export interface HostHeadline {
	readonly machine: string | null;
	readonly cpu: string | null;
	readonly os: string | null;
	/** What kind of virtual machine, or null on real hardware. */
	readonly virtual: 'machine' | 'container' | null;
	/** "": it is not known which. */
	readonly virtualType: string;
}

/** A machine in a few words. */
export function hostHeadline(profile: HostProfile): HostHeadline {
	const { board, cpu, os, virtualisation } = profile;
	const role = virtualisation.role;
	return {
		machine: words(board.systemVendor, board.systemProduct),
		cpu: words(cpu.vendor.name, cpu.model) ?? cpu.isa.value,
		os: words(os.name, os.version),
		virtual: role === 'machine' || role === 'container' ? role : null,
		virtualType: namedType(virtualisation.type.value),
	};
}

/** Detection says “unnamed” where a hypervisor shows itself and not its name. */
function namedType(type: string | null): string {
	return type === null || type === 'unnamed' ? '' : type;
}

/** Joined without saying a word twice: "Loongson" and "Loongson-3A6000" make the second only, and "Debian 12" needs no other "12". */
function words(...fields: readonly Field<string>[]): string | null {
	const values = fields.flatMap(({ value }) => (value === null || value === '' ? [] : [value]));
	const kept = values.filter(
		(value, index) =>
			!values.slice(index + 1).some((later) => later.startsWith(value)) &&
			!values.slice(0, index).some((earlier) => earlier.split(/\s+/u).includes(value)),
	);
	return kept.length === 0 ? null : kept.join(' ');
}
