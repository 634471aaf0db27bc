import { saveBlob } from './save-text.ts';

const SCALE = 2;

/** Hands a drawing of the page to the person as a PNG, twice as fine as on screen, on the colour of its surface. */
export async function savePicture(name: string, svg: SVGSVGElement): Promise<void> {
	const { width, height } = svg.getBoundingClientRect();
	const source = svg.outerHTML.includes('xmlns=')
		? svg.outerHTML
		: svg.outerHTML.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width * SCALE;
	canvas.height = height * SCALE;
	const paper = canvas.getContext('2d');
	if (paper === null) return;
	paper.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--surface');
	paper.fillRect(0, 0, canvas.width, canvas.height);
	paper.drawImage(image, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (blob !== null) saveBlob(name, blob);
}
