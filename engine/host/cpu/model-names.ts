/** What a text of firmware or kernel says the CPU is: only texts of a known shape count, the rest says nothing. */
export interface NamedCpu {
	readonly vendor: string;
	/** Without vendor and decoration; absent when only the vendor is named. */
	readonly model?: string;
}

/** Reads "HUAWEI Kunpeng 920 5250", "Phytium,D2000/8", "Loongson-3A R4 (Loongson-3A4000) @ 1800MHz", … */
export function readModelName(text: string): NamedCpu | undefined {
	const clean = withoutDecoration(text);
	for (const read of READERS) {
		const named = read(clean);
		if (named !== undefined) return named;
	}
	return undefined;
}

/** lscpu adds the firmware's part number and clock to a name: "FT-2000+/64 Not Set CPU @ 2.2GHz". */
function withoutDecoration(text: string): string {
	return text
		.replaceAll('\0', '')
		.replace(/\s+/gu, ' ')
		.replace(/(?<= )CPU @ ?[\d.]+\+? ?[GM]Hz$/iu, '')
		.replace(/ (?:Not Specified|Not Set|Unknown|None|N\/A|To be filled by O\.E\.M\.?|<OUT OF SPEC>) ?$/iu, '')
		.trim();
}

/** Names that are known to end where they do: true even of a line that may have been cut. */
export function isWholeName(model: string | undefined): boolean {
	return model !== undefined && WHOLE_NAMES.has(model);
}

const WHOLE_NAMES = new Set([
	'D2000/8',
	'FT-2000/4',
	'FT-2000+/64',
	'S2500',
	'E2000Q',
	'Kirin 990',
	'Kirin 9006C',
	'KX-U6780A',
]);

const READERS: readonly ((text: string) => NamedCpu | undefined)[] = [
	phytium,
	huawei,
	loongson,
	hygon,
	zhaoxin,
	sunway,
	alibaba,
	riscv,
	intel,
	amd,
	ampere,
];

const PHYTIUM_PREFIX = /^(?:phytium|飞腾|腾云|腾锐|腾珑)/iu;
/** The chips' own codes, as device trees and drivers use them (Phytium's SPI driver; dts of pe220x). */
const PHYTIUM_CODES: Readonly<Record<string, string>> = {
	PD1904: 'FT-2000/4',
	PD2008: 'D2000',
	PD2408: 'D3000',
	PS15016: 'FT-1500A/16',
	PS17064: 'FT-2000+/64',
	PS20064: 'S2500',
	PS23064: 'S5000C',
	PS24080: 'S5000C',
	PE2201: 'E2000S',
	PE2202: 'E2000D',
	PE2204: 'E2000Q',
	PE220X: 'E2000',
};

function phytium(text: string): NamedCpu | undefined {
	const model = phytiumModel(text);
	if (model !== undefined) return { vendor: 'phytium', model };
	const named = PHYTIUM_PREFIX.test(text) || /^(?:FTC\d{3}$|FT-?(?:1500|2000|2500)\b)/iu.test(text);
	return named ? { vendor: 'phytium' } : undefined;
}

function phytiumModel(text: string): string | undefined {
	const old = /(?<![\w-])FT-?(?:1500A(?:[/-](4|16))?|(2000A(?:\/2|HK)?))(?![\w/+-])/iu.exec(text);
	if (old !== null) return `FT-${old[2]?.toUpperCase() ?? `1500A${old[1] === undefined ? '' : `/${old[1]}`}`}`;
	if (/(?<![\w-])FT-?2000(?:\+|plus)(?:\/64)?(?:-core)?(?![\w/+])/iu.test(text)) return 'FT-2000+/64';
	const four = /(?<![\w-])FT-?(?:2000\/4(-[A-Z])?|2004)(?![\w/+-])/iu.exec(text);
	if (four !== null) return `FT-2000/4${four[1] ?? ''}`;
	if (/(?<![\w-])(?:FT-?2500|(?:FT-)?S2500)\+?(?:\/64)?(?![\w/+-])/iu.test(text)) return 'S2500';
	const code = /(?<!\w)P[DES]\d{3,5}X?(?!\w)/iu.exec(text)?.[0].toUpperCase() ?? '';
	if (Object.hasOwn(PHYTIUM_CODES, code)) return PHYTIUM_CODES[code];
	const recent =
		/(?<![\w-])(?:FT-)?(D2000|D3000[A-Z]?|E2000[QDS]?|S5000[A-Z]?)(?:[/-](\d+))?(?:-[A-Z])?(?![\w/+-])/iu.exec(text);
	const [, series, cores] = recent ?? [];
	// The E2000's letter already tells the number of cores.
	const counted = cores === undefined || /^E2000[QDS]/iu.test(series ?? '') ? '' : `/${cores}`;
	if (series !== undefined) return `${series.toUpperCase()}${counted}`;
	const next = PHYTIUM_PREFIX.test(text)
		? /^\S+?[\s,]+(?:FT-)?([DESX]\d{4}[A-Z]{0,2})(\/\d+)?(?= |$)/u.exec(text)
		: null;
	return next?.[1] === undefined ? undefined : `${next[1]}${next[2] ?? ''}`;
}

function huawei(text: string): NamedCpu | undefined {
	const kunpeng = /\bKunpeng[- ]?(9\d{2}(?:[A-Z](?![A-Z\d]))?)(?:[- ](\d{2}[\dA-F]{2}[A-Z]{0,2})\b)?/iu.exec(text);
	if (kunpeng?.[1] !== undefined) {
		return { vendor: 'huawei', model: `Kunpeng ${kunpeng[1]}${kunpeng[2] === undefined ? '' : ` ${kunpeng[2]}`}` };
	}
	if (/\bHi1616\b/iu.test(text)) return { vendor: 'huawei', model: 'Kunpeng 916' };
	if (/\bHi1620\b/iu.test(text)) return { vendor: 'huawei', model: 'Kunpeng 920' };
	const kirin = /\bKirin[- ]?(\d{3,4}[A-Z]{0,2}|X\d{2})\b/iu.exec(text);
	if (kirin?.[1] !== undefined) return { vendor: 'huawei', model: `Kirin ${kirin[1].toUpperCase()}` };
	return /^(?:hisilicon|huawei)\b/iu.test(text) ? { vendor: 'huawei' } : undefined;
}

function loongson(text: string): NamedCpu | undefined {
	const names = [
		...text.matchAll(/\bLoongson[- ]?(\d[A-Z]\d{4}(?:LA|LL|[LMI])?(?:-(?:HV|LL|LA|M|I))?(?:\/[A-Z])?)(?![\w/-])/giu),
	];
	// Firmware may leave the maker to its own field: "3A5000-HV", "LS3A5000".
	const model = names.at(-1)?.[1] ?? /^(?:LS)?([23][A-E][3-7]000(?:L|LL)?(?:-HV|-LL)?(?:\/[A-Z])?)$/u.exec(text)?.[1];
	if (model !== undefined) return { vendor: 'loongson', model: model.toUpperCase() };
	return /\bLoongson\b/iu.test(text) ? { vendor: 'loongson' } : undefined;
}

function hygon(text: string): NamedCpu | undefined {
	const match = /(?:\bHygon ?|^)(C86(?:-\d+G)?(?: ?\(OPN: ?[\w-]+\)| \d{4}[A-Z]?)?)(?![\w(])/iu.exec(text);
	if (match?.[1] !== undefined) return { vendor: 'hygon', model: match[1].replace(/ ?\(OPN: ?/iu, ' (OPN:') };
	return /^(?:Hygon|Dhyana)\b/iu.test(text) ? { vendor: 'hygon' } : undefined;
}

function zhaoxin(text: string): NamedCpu | undefined {
	const match =
		/(?:\bZHAOXIN |^)(?:KaiXian |KaiSheng )?((?:KX-[UC]?|KH-)\d{4,5}[A-Z]{0,2}(?:\/\d+| Series [A-Z]\d-\d{4}[A-Z]?)?|(?:ZX|KH)-[A-Z]\+?(?: [A-Z]+-?\d{4}[A-Z]{0,2})?)(?![\w/-])/iu.exec(
			text,
		);
	if (match?.[1] !== undefined) return { vendor: 'zhaoxin', model: match[1] };
	return /\bZHAOXIN\b/iu.test(text) ? { vendor: 'zhaoxin' } : undefined;
}

function sunway(text: string): NamedCpu | undefined {
	const match = /\b(SW-?\d{3,5}[A-Z]?|WX-[A-Z]\d{4})\b/iu.exec(text);
	if (match?.[1] !== undefined) return { vendor: 'sunway', model: match[1].toUpperCase().replace('SW-', 'SW') };
	return /^(?:sunway|sw_64|wxiat)\b/iu.test(text) ? { vendor: 'sunway' } : undefined;
}

function alibaba(text: string): NamedCpu | undefined {
	return /\bYitian ?710\b/iu.test(text) ? { vendor: 'alibaba', model: 'Yitian 710' } : undefined;
}

function riscv(text: string): NamedCpu | undefined {
	if (/\bSG204[24]\b/iu.test(text))
		return { vendor: 'thead', model: /SG204[24]/iu.exec(text)?.[0]?.toUpperCase() ?? '' };
	const spacemit = /\bSpacemit(?:\(R\))? (X\d+|K\d+)\b/iu.exec(text);
	return spacemit?.[1] === undefined ? undefined : { vendor: 'other', model: spacemit[1] };
}

function intel(text: string): NamedCpu | undefined {
	if (!/\bIntel(?:\(R\))?\b/u.test(text)) return undefined;
	const model = text
		.replace(/\((?:R|TM|r|tm)\)/gu, '')
		.replace(/ ?@.*$/u, '')
		.replace(/\b(?:Genuine|Intel|CPU|Processor|\d+th Gen)\b/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();
	return /\d/u.test(model) ? { vendor: 'intel', model } : { vendor: 'intel' };
}

function amd(text: string): NamedCpu | undefined {
	if (!/^AMD\b/u.test(text)) return undefined;
	const model = text
		.replace(/^AMD /u, '')
		.replace(/\b(?:\d+|\w+)-Core Processor.*$/iu, '')
		.replace(/\b(?:Processor|with Radeon.*|w\/ Radeon.*)$/iu, '')
		.trim();
	return /^(?:EPYC|Ryzen|Opteron|Athlon|Eng)/u.test(model) ? { vendor: 'amd', model } : { vendor: 'amd' };
}

function ampere(text: string): NamedCpu | undefined {
	const match = /\bAmpere(?:\(R\))? ?(?:\(TM\))? ?((?:Altra|eMAG|One)\b.*?)(?: Processor.*)?$/iu.exec(text);
	return match?.[1] === undefined
		? undefined
		: { vendor: 'ampere', model: match[1].replace(/\((?:R|TM)\)/gu, '').trim() };
}
