/** How numbers, sizes and times are written in one language. Data keeps ISO and plain numbers. */
export interface Formats {
	date(iso: string): string;
	time(iso: string): string;
	/** Time of day to the second, or to its tenth. Cut off, not rounded. */
	clock(milliseconds: number, digits: 0 | 1): string;
	/** Since a beginning: "0:05.3", "1:02:05". Cut off, not rounded. */
	elapsed(milliseconds: number, digits: 0 | 1): string;
	number(value: number, digits?: number): string;
	/** Binary units: 1536 is "1.5 KiB". */
	bytes(value: number): string;
	duration(milliseconds: number): string;
	percent(share: number, digits?: number): string;
	/** Several names or words one after another. */
	list(words: Iterable<string>): string;
}

export function formatsFor(language: 'zh' | 'en'): Formats {
	const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
	const dates = new Intl.DateTimeFormat(locale, {
		dateStyle: language === 'zh' ? 'long' : 'medium',
		timeStyle: 'short',
		hourCycle: 'h23',
	});
	const clocks = [0, 1].map(
		(digits) =>
			new Intl.DateTimeFormat(locale, {
				...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
				...(digits === 1 ? { fractionalSecondDigits: 1 } : {}),
			}),
	);
	const times = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' });
	// Making one takes longer than using it a hundred times.
	const numbers = new Map<number, Intl.NumberFormat>();
	const number = (value: number, digits = 4) => {
		const kept = numbers.get(digits);
		const format = kept ?? new Intl.NumberFormat(locale, { maximumSignificantDigits: digits, useGrouping: true });
		if (kept === undefined) numbers.set(digits, format);
		return format.format(value);
	};
	return {
		date: (iso) => readable(iso, dates),
		time: (iso) => readable(iso, times),
		clock: (milliseconds, digits) => clocks[digits]?.format(milliseconds) ?? '',
		elapsed,
		number,
		bytes: (value) => bytes(value, number),
		duration: (milliseconds) => duration(milliseconds, language, number),
		percent: (share, digits = 2) => `${number(share * 100, digits)} %`,
		list: (words) => [...words].join(language === 'zh' ? '、' : ', '),
	};
}

function readable(iso: string, format: Intl.DateTimeFormat): string {
	const date = new Date(iso);
	return Number.isNaN(date.getTime()) ? iso : format.format(date);
}

function bytes(value: number, number: Formats['number']): string {
	const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
	let size = value;
	let step = 0;
	while (size >= 1024 && step < units.length - 1) {
		size /= 1024;
		step += 1;
	}
	return `${number(size, 3)} ${units[step]}`;
}

function duration(milliseconds: number, language: 'zh' | 'en', number: Formats['number']): string {
	const [ms, s, min, h] = language === 'zh' ? ['毫秒', '秒', '分', '小时'] : ['ms', 's', 'min', 'h'];
	if (milliseconds < 1000) return `${number(milliseconds, 3)} ${ms}`;
	const seconds = milliseconds / 1000;
	if (seconds < 60) return `${number(seconds, 3)} ${s}`;
	const whole = Math.round(seconds);
	if (whole < 3600) return parts([Math.floor(whole / 60), min], [whole % 60, s]);
	return parts([Math.floor(whole / 3600), h], [Math.floor((whole % 3600) / 60), min]);
}

function elapsed(milliseconds: number, digits: 0 | 1): string {
	const tenths = Math.floor(milliseconds / 100);
	const seconds = Math.floor(tenths / 10);
	const two = (value: number) => String(value).padStart(2, '0');
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const whole = `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
	return digits === 1 ? `${whole}.${tenths % 10}` : whole;
}

/** "10 min", "10 min 5 s": what is nought is left out. */
function parts(...counted: readonly (readonly [number, string | undefined])[]): string {
	return counted.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(' ');
}
