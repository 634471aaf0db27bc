import type { Field } from '../../../contract/host/field.ts';
import type { HostProfile } from '../../../contract/host.ts';
import { certain, evidence, firstKnown, sensitive, textOf, unknown } from '../field.ts';
import { dmidecodeTexts } from '../parse/dmi-text.ts';
import { dmiEntry, structuresOf } from '../parse/dmidecode.ts';
import type { Source } from '../source/source.ts';

const DMI = '/sys/class/dmi/id';

export async function detectBoard(source: Source): Promise<HostProfile['board']> {
	const [systemVendor, systemProduct, systemSerial, boardVendor, boardProduct, boardSerial, chassis, tree] =
		await Promise.all([
			dmi(source, 'sys_vendor', 'System Information', 'Manufacturer'),
			dmi(source, 'product_name', 'System Information', 'Product Name'),
			dmi(source, 'product_serial', 'System Information', 'Serial Number'),
			dmi(source, 'board_vendor', 'Base Board Information', 'Manufacturer'),
			dmi(source, 'board_name', 'Base Board Information', 'Product Name'),
			dmi(source, 'board_serial', 'Base Board Information', 'Serial Number'),
			chassisType(source),
			deviceTreeModel(source),
		]);
	return {
		systemVendor,
		systemProduct: firstKnown(systemProduct, tree),
		systemSerial: sensitive(systemSerial),
		boardVendor,
		boardProduct: firstKnown(boardProduct, tree),
		boardSerial: sensitive(boardSerial),
		chassis,
	};
}

export async function detectFirmware(source: Source): Promise<HostProfile['firmware']> {
	const [vendor, version, date, efi, tree, secureBoot] = await Promise.all([
		dmi(source, 'bios_vendor', 'BIOS Information', 'Vendor'),
		dmi(source, 'bios_version', 'BIOS Information', 'Version'),
		dmi(source, 'bios_date', 'BIOS Information', 'Release Date'),
		source.list('/sys/firmware/efi'),
		source.list('/proc/device-tree'),
		detectSecureBoot(source),
	]);
	return { vendor, version, date, interface: firmwareInterface(efi, tree, vendor), secureBoot };
}

/** sysfs first (no rights needed but for serials), then dmidecode's text. */
async function dmi(source: Source, file: string, structure: string, key: string): Promise<Field<string>> {
	const path = `${DMI}/${file}`;
	const field = textOf(await source.readText(path), path);
	if (field.value !== null) return field;
	for (const { command, text } of await dmidecodeTexts(source)) {
		for (const found of structuresOf(text, structure)) {
			const entry = dmiEntry(found, key);
			const said = textOf(entry?.value, command);
			if (entry !== undefined && said.value !== null)
				return certain(said.value, evidence(command, entry.raw, entry.line));
		}
	}
	return field;
}

async function deviceTreeModel(source: Source): Promise<Field<string>> {
	return textOf(await source.readText('/proc/device-tree/model'), '/proc/device-tree/model');
}

/** SMBIOS chassis types (DSP0134, 7.4.1). */
const CHASSIS: Readonly<Record<number, string>> = {
	3: 'desktop',
	4: 'desktop',
	6: 'tower',
	7: 'tower',
	8: 'portable',
	9: 'laptop',
	10: 'laptop',
	11: 'handheld',
	13: 'all-in-one',
	14: 'laptop',
	17: 'server',
	23: 'server',
	25: 'server',
	28: 'blade',
	29: 'blade',
	30: 'tablet',
	31: 'laptop',
	32: 'laptop',
	35: 'mini',
	36: 'stick',
};

async function chassisType(source: Source): Promise<Field<string>> {
	const path = `${DMI}/chassis_type`;
	const text = (await source.readText(path))?.trim();
	const name = CHASSIS[Number(text)];
	return text === undefined || name === undefined
		? unknown('not there or of no known type')
		: certain(name, evidence(path, text));
}

function firmwareInterface(
	efi: readonly string[] | undefined,
	tree: readonly string[] | undefined,
	vendor: Field<string>,
): Field<string> {
	if (efi !== undefined) return certain('uefi', evidence('/sys/firmware/efi', 'present'));
	if (tree !== undefined) return certain('device-tree', evidence('/proc/device-tree', 'present'));
	return vendor.value === null
		? unknown('neither UEFI, device tree nor DMI is there')
		: { ...vendor, value: 'bios', confidence: 'likely' };
}

/** The variable holds four attribute bytes and then the flag. */
async function detectSecureBoot(source: Source): Promise<Field<boolean>> {
	const directory = '/sys/firmware/efi/efivars';
	const name = (await source.list(directory))?.find((candidate) => candidate.startsWith('SecureBoot-'));
	if (name === undefined) return unknown('no UEFI variable tells');
	const value = (await source.readText(`${directory}/${name}`))?.charCodeAt(4);
	if (value !== 0 && value !== 1) return unknown('no UEFI variable tells');
	return certain(value === 1, evidence(`${directory}/${name}`, String(value)));
}
