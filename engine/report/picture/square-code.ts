import { encodeQR } from 'qr';

/** A QR code (ISO/IEC 18004, level M, quiet zone of two modules as the page around it is white) as rows of dark modules. */
export function squareCode(text: string): boolean[][] {
	return encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
}

/** The code as one SVG path of squares; always dark on white, also on a dark screen, or readers fail. */
export function squareCodeSvg(text: string, size: number, attributes = ''): string {
	const modules = squareCode(text);
	const count = modules.length;
	const path = modules
		.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
		.join('');
	const box = `width="${size}" height="${size}" viewBox="0 0 ${count} ${count}"`;
	const white = `<rect width="${count}" height="${count}" fill="#fff"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" ${box}${attributes}>${white}<path d="${path}" fill="#000"/></svg>`;
}

/** Start and length of every run of dark modules in a row. */
function runs(row: readonly boolean[]): [number, number][] {
	const found: [number, number][] = [];
	row.forEach((dark, x) => {
		const last = found.at(-1);
		if (dark && last !== undefined && last[0] + last[1] === x) {
			last[1] += 1;
		} else if (dark) {
			found.push([x, 1]);
		}
	});
	return found;
}
