/** How numbers, sizes and times are written in one language. Data keeps ISO and plain numbers. */
export interface Formats {
	date(iso: string): string;
	time(iso: string): string;
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

/** "10 min", "10 min 5 s": what is nought is left out. */
function parts(...counted: readonly (readonly [number, string | undefined])[]): string {
	return counted.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(' ');
}
