import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, known, likely, sensitive, unknown } from '../field.ts';
import type { Answers } from './answers.ts';
import { SYSTEMINFORMATION } from './read-systeminformation.ts';

type Devices = Pick<HostProfile, 'memory' | 'storage' | 'network' | 'graphics' | 'power' | 'users'>;

/**
 * Our own evidence with the gaps filled by what systeminformation says. It never overrides: what it fills is at most
 * likely, and where it disagrees with a known value that stands beside it as a conflict.
 */
export function complete(own: Devices, said: Answers): Devices {
	return {
		memory: completeMemory(own.memory, said.memory),
		storage: { ...own.storage, disks: completeDisks(own.storage.disks, said.disks) },
		network: { interfaces: completeInterfaces(own.network.interfaces, said.network) },
		graphics: completeGraphics(own.graphics, said.graphics),
		power: { ...own.power, batteries: completeBatteries(own.power.batteries, said.batteries) },
		users: own.users.length > 0 ? own.users : usersOf(said.users),
	};
}

function completeMemory(own: Devices['memory'], said: Answers['memory']): Devices['memory'] {
	if (said === undefined) return own;
	return {
		...own,
		total: filled(own.total, said.total, 'memory total'),
		swap: filled(own.swap, said.swap, 'memory swap'),
		modules: own.modules.length > 0 ? own.modules : said.modules.map(memoryModule),
	};
}

function memoryModule(said: NonNullable<Answers['memory']>['modules'][number]): Devices['memory']['modules'][number] {
	const place = `memory module ${said.slot ?? ''}`.trim();
	return {
		slot: only(said.slot, place),
		bytes: only(said.bytes, place),
		type: only(said.type, place),
		speed: only(said.speed, place),
		manufacturer: only(said.manufacturer, place),
		part: only(said.part, place),
		serial: sensitive(only(said.serial, place)),
	};
}

function completeDisks(own: Devices['storage']['disks'], said: Answers['disks']): Devices['storage']['disks'] {
	return own.map((disk) => {
		const other = said?.find(({ name }) => name === disk.name);
		if (other === undefined) return disk;
		const place = `disk ${disk.name}`;
		return {
			...disk,
			model: filled(disk.model, other.model, place, sameWords),
			vendor: filled(disk.vendor, other.vendor, place, sameWords),
			bytes: filled(disk.bytes, other.bytes, place),
			// It takes every disk that is not plainly solid state for a spinning one: no ground for a dispute.
			type: disk.type.value === null ? filled(disk.type, other.type, place) : disk.type,
			serial: filled(disk.serial, other.serial, place, sameWords),
			firmware: filled(disk.firmware, other.firmware, place, sameWords),
		};
	});
}

function completeInterfaces(
	own: Devices['network']['interfaces'],
	said: Answers['network'],
): Devices['network']['interfaces'] {
	return own.map((entry) => {
		const other = said?.find(({ name }) => name === entry.name);
		if (other === undefined) return entry;
		const place = `interface ${entry.name}`;
		// The kernel reports a made-up speed for interfaces without a cable.
		const speed = entry.virtual ? entry.speed : filled(entry.speed, other.speed, place);
		return { ...entry, mac: filled(entry.mac, other.mac, place, sameWords), speed };
	});
}

function completeGraphics(own: Devices['graphics'], said: Answers['graphics']): Devices['graphics'] {
	const cards = own.map((card) => {
		const other = said?.controllers.find(({ pci }) => card.pci?.endsWith(pci) === true);
		if (other === undefined) return card;
		const place = `graphics ${other.pci}`;
		// A card is identified by its PCI numbers; systeminformation cuts names out of a sentence, so it disputes nothing.
		return {
			...card,
			vendor: card.vendor.value === null ? filled(card.vendor, other.vendor, place) : card.vendor,
			model: card.model.value === null ? filled(card.model, other.model, place) : card.model,
		};
	});
	const [only, ...others] = cards;
	// It does not say which card a display hangs on: with one card there is no question.
	if (only === undefined || others.length > 0 || only.displays.length > 0) return cards;
	return [{ ...only, displays: said?.displays ?? [] }];
}

function completeBatteries(
	own: Devices['power']['batteries'],
	said: Answers['batteries'],
): Devices['power']['batteries'] {
	return own.map((battery, index) => {
		const other = said?.find(({ model }) => model !== null && model === battery.model.value) ?? said?.[index];
		if (other === undefined || (own.length !== said?.length && other.model !== battery.model.value)) return battery;
		const place = `battery ${battery.name}`;
		return {
			...battery,
			model: filled(battery.model, other.model, place, sameWords),
			capacity: battery.capacity.value === null ? filled(battery.capacity, other.capacity, place) : battery.capacity,
		};
	});
}

function usersOf(said: Answers['users']): Devices['users'] {
	return (said ?? []).map(({ name, terminal }) => ({
		name: sensitive(certain(name, evidence(SYSTEMINFORMATION, `user ${name}`))),
		terminal,
	}));
}

function filled<Value extends string | number>(
	own: Field<Value>,
	said: Value | null,
	place: string,
	same: (one: Value, other: Value) => boolean = Object.is,
): Field<Value> {
	if (said === null) return own;
	if (own.value === null) {
		const field = likely(said, evidence(SYSTEMINFORMATION, `${place}: ${said}`));
		return own.sensitive === true ? sensitive(field) : field;
	}
	if (same(own.value, said)) return own;
	return { ...own, conflicts: [...(own.conflicts ?? []), { value: said, source: SYSTEMINFORMATION }] };
}

function only<Value extends string | number>(said: Value | null, place: string): Field<Value> {
	return said === null
		? unknown('systeminformation does not say')
		: known(said, 'likely', evidence(SYSTEMINFORMATION, `${place}: ${said}`));
}

/** "SAMSUNG MZ7LH480" and "Samsung MZ7LH480HAHQ-00005" are one name: tools cut and capitalise them as they like. */
function sameWords(one: string | number, other: string | number): boolean {
	const [a, b] = [bare(one), bare(other)];
	return a.includes(b) || b.includes(a);
}

function bare(text: string | number): string {
	return String(text)
		.toLowerCase()
		.replace(/[\s_-]+/gu, '');
}
