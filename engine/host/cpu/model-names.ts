/** What a text of firmware or kernel says the CPU is: only texts of a known shape count, the rest says nothing. */
export interface NamedCpu {
	readonly vendor: string;
	/** Without vendor and decoration; absent when only the vendor is named. */
	readonly model?: string;
}

/** Reads "HUAWEI Kunpeng 920 5250", "Phytium,D2000/8", "Loongson-3A R4 (Loongson-3A4000) @ 1800MHz", … */
export function readModelName(text: string): NamedCpu | undefined {
	const clean = text.replaceAll('\0', '').replace(/\s+/gu, ' ').trim();
	for (const read of READERS) {
		const named = read(clean);
		if (named !== undefined) return named;
	}
	return undefined;
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

function phytium(text: string): NamedCpu | undefined {
	const prefixed = /^phytium\b[\s,]*/iu.test(text);
	const bare = text.replace(/^phytium\b[\s,]*/iu, '').replace(/[ _]?CPU\d*$/iu, '');
	const model = phytiumModel(bare, prefixed);
	if (model !== undefined) return { vendor: 'phytium', model };
	return prefixed || /^FTC\d{3}$/u.test(bare) ? { vendor: 'phytium' } : undefined;
}

function phytiumModel(bare: string, prefixed: boolean): string | undefined {
	const old = /^FT-?(1500A|2000A|2000(?:\+|plus)|2000)(\/\d+)?(-[A-Z])?(?: [A-Z]\d+[A-Z]?)?$/iu.exec(bare);
	if (old?.[1] !== undefined) {
		const series = old[1].toUpperCase().replace('PLUS', '+');
		if (series === '2000+') return 'FT-2000+/64';
		if (series === '2000') return old[2] === '/4' ? `FT-2000/4${old[3] ?? ''}` : undefined;
		return `FT-${series}${old[2] ?? ''}`;
	}
	if (/^(?:FT-?2500|S2500)(?:\/64)?(?: [A-Z]\w+)?$/iu.test(bare)) return 'S2500';
	const recent = /^(?:FT-)?(D2000|D3000M?|E2000[QDS]?|S5000[A-Z]?)(\/\d+)?(?: [A-Z]\w+)?$/iu.exec(bare);
	if (recent?.[1] !== undefined) return `${recent[1].toUpperCase()}${recent[2] ?? ''}`;
	const next = prefixed ? /^(?:FT-)?([DESX]\d{4}[A-Z]{0,2})(\/\d+)?$/u.exec(bare) : null;
	return next?.[1] === undefined ? undefined : `${next[1]}${next[2] ?? ''}`;
}

function huawei(text: string): NamedCpu | undefined {
	const kunpeng = /\bKunpeng[- ]?(9\d{2})(?:[- ](\d{4}[A-Z]{0,2})\b)?/iu.exec(text);
	if (kunpeng?.[1] !== undefined) {
		return { vendor: 'huawei', model: `Kunpeng ${kunpeng[1]}${kunpeng[2] === undefined ? '' : ` ${kunpeng[2]}`}` };
	}
	if (/\bHi1616\b/iu.test(text)) return { vendor: 'huawei', model: 'Kunpeng 916' };
	const kirin = /\bKirin[- ]?(\d{3,4}[A-Z]{0,2})\b/iu.exec(text);
	if (kirin?.[1] !== undefined) return { vendor: 'huawei', model: `Kirin ${kirin[1].toUpperCase()}` };
	return /^(?:hisilicon|huawei)\b/iu.test(text) ? { vendor: 'huawei' } : undefined;
}

function loongson(text: string): NamedCpu | undefined {
	const names = [
		...text.matchAll(/\bLoongson[- ]?(\d[A-Z]\d{4}(?:LA|LL|[LMI])?(?:-(?:HV|LL|LA|M|I))?(?:\/[A-Z])?)(?![\w/-])/giu),
	];
	const model = names.at(-1)?.[1];
	if (model !== undefined) return { vendor: 'loongson', model: model.toUpperCase() };
	return /\bLoongson\b/iu.test(text) ? { vendor: 'loongson' } : undefined;
}

function hygon(text: string): NamedCpu | undefined {
	const match = /\bHygon (C86(?:-\d+G)?(?: ?\(OPN: ?[\w-]+\)| \d{4}[A-Z]?)?)(?![\w(])/iu.exec(text);
	if (match?.[1] !== undefined) return { vendor: 'hygon', model: match[1].replace(/ ?\(OPN: ?/iu, ' (OPN:') };
	return /^Hygon/iu.test(text) ? { vendor: 'hygon' } : undefined;
}

function zhaoxin(text: string): NamedCpu | undefined {
	const match =
		/\bZHAOXIN (?:KaiXian |KaiSheng )?((?:KX-[UC]?|KH-)\d{4,5}[A-Z]{0,2}(?:\/\d+)?|ZX-[A-Z]\+?(?: [A-Z]+-?\d{4})?)(?![\w/-])/iu.exec(
			text,
		);
	if (match?.[1] !== undefined) return { vendor: 'zhaoxin', model: match[1] };
	return /\bZHAOXIN\b/iu.test(text) ? { vendor: 'zhaoxin' } : undefined;
}

function sunway(text: string): NamedCpu | undefined {
	const match = /\b(SW\d{3,5}[A-Z]?|WX-[A-Z]\d{4})\b/iu.exec(text);
	if (match?.[1] !== undefined) return { vendor: 'sunway', model: match[1].toUpperCase() };
	return /^(?:sunway|sw_64|wxiat)\b/iu.test(text) ? { vendor: 'sunway' } : undefined;
}

function alibaba(text: string): NamedCpu | undefined {
	return /\bYi[Tt]ian ?710\b/u.test(text) ? { vendor: 'alibaba', model: 'Yitian 710' } : undefined;
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
		.replace(/\b(?:Genuine|Intel|CPU|Processor)\b/gu, '')
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
