/** How far a ratio is from 1, for people: 1.052 is "+5.2 %", 0.9 is "−10.0 %". */
export function percentOff(ratio: number): string {
	const percent = (ratio - 1) * 100;
	const digits = Math.abs(percent).toFixed(1);
	return `${percent < 0 && digits !== '0.0' ? '−' : '+'}${digits} %`;
}
