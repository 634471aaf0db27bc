import { ShipeiError } from '../../contract/errors.ts';

/** A source that shows nothing by then never will. */
const LONGEST_WAIT_MS = 5000;

/**
 * One picture of the screen or window that the person picks in the browser's dialog; null when they picked none, or were
 * not allowed to. Errors: window.no-capture (this browser cannot), window.no-screen (the system gave no picture).
 */
export async function captureTab(): Promise<Blob | null> {
	// Missing where the page is neither on this machine nor behind HTTPS.
	const devices = navigator.mediaDevices as MediaDevices | undefined;
	if (devices?.getDisplayMedia === undefined) throw new ShipeiError('window.no-capture');
	const stream = await devices.getDisplayMedia({ video: true, audio: false }).catch(refusal);
	if (stream === null) return null;
	try {
		return await firstPicture(stream);
	} finally {
		for (const track of stream.getTracks()) track.stop();
	}
}

/** Draws what a stream shows now. Error: window.no-screen. */
export async function firstPicture(stream: MediaStream): Promise<Blob> {
	const video = document.createElement('video');
	video.srcObject = stream;
	video.muted = true;
	await firstFrame(video);
	const canvas = document.createElement('canvas');
	canvas.width = video.videoWidth;
	canvas.height = video.videoHeight;
	canvas.getContext('2d')?.drawImage(video, 0, 0);
	const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (picture === null) throw new ShipeiError('window.no-screen');
	return picture;
}

/** Browsers do not tell “cancelled” from “forbidden”; both are the person's. */
function refusal(error: unknown): null {
	if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
	throw new ShipeiError('window.no-screen', {}, { cause: error });
}

function firstFrame(video: HTMLVideoElement): Promise<void> {
	return new Promise((resolve, reject) => {
		const fail = (cause?: unknown) => reject(new ShipeiError('window.no-screen', {}, { cause }));
		const timer = setTimeout(fail, LONGEST_WAIT_MS);
		video.requestVideoFrameCallback(() => {
			clearTimeout(timer);
			resolve();
		});
		video.play().catch(fail);
	});
}
