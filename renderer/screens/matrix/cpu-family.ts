/** Makers' series, by the beginning of a model's name. What follows says clock, cores or packaging. */
const SERIES: readonly RegExp[] = [
	/^Kunpeng \d{3}[A-Z]?(?![\dA-Z])/u,
	/^\d[A-Z]\d{4}(?=$|[A-Z/-])/u,
	/^C86(?:-\d+G)?(?![\dA-Z-])/u,
	/^FT-2000\/4(?!\d)/u,
	/^FT-1500A(?![\dA-Z])/u,
	/^[DES]\d000(?!\d)/u,
];

/** The family of a CPU by its signed model: "Kunpeng 920 5250" is a Kunpeng 920. A name of no known shape stands for itself. */
export function cpuFamily(model: string): string {
	for (const series of SERIES) {
		const [family] = series.exec(model) ?? [];
		if (family !== undefined) return family;
	}
	return model;
}
