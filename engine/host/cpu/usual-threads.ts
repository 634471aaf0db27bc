/** Logical CPUs of one socket, for models that come in one size: to see that an excerpt shows only some of them. */
const USUAL: readonly (readonly [RegExp, number])[] = [
	[/^FT-1500A\/4$/u, 4],
	[/^FT-1500A\/16$/u, 16],
	[/^FT-2000\/4/u, 4],
	[/^FT-2000\+/u, 64],
	[/^D2000/u, 8],
	[/^D3000$/u, 8],
	[/^E2000Q/u, 4],
	[/^S2500/u, 64],
	[/^3A[45]000/u, 4],
	[/^3A6000/u, 8],
	[/^3C5000/u, 16],
	[/^3C6000$/u, 32],
	[/^3C6000\/D/u, 64],
	[/^3C6000\/S/u, 32],
	[/^KX-U6780A/u, 8],
	[/^Kirin 9(?:90|006C)/u, 8],
];

/** Chips of this many cores and more come in steps of eight. */
const EVEN_FROM = 16;
const STEP = 8;

export function usualThreads(model: string | null): number | undefined {
	return USUAL.find(([pattern]) => pattern.test(model ?? ''))?.[1];
}

/** False when that many logical CPUs cannot be all of such a machine's. */
export function mayBeAll(threads: number, model: string | null): boolean {
	const usual = usualThreads(model);
	if (usual !== undefined && threads < usual) return false;
	return threads < EVEN_FROM || threads % STEP === 0;
}
