/** One picture of the screen or window that the person picks in the browser's dialog; null when they picked none. */
export async function captureTab(): Promise<Blob | null> {
	if (navigator.mediaDevices?.getDisplayMedia === undefined) return null;
	const stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false }).catch(() => null);
	if (stream === null) return null;
	try {
		return await firstPicture(stream);
	} finally {
		for (const track of stream.getTracks()) track.stop();
	}
}

/** Draws what a stream shows now. */
export async function firstPicture(stream: MediaStream): Promise<Blob | null> {
	const video = document.createElement('video');
	video.srcObject = stream;
	video.muted = true;
	await video.play();
	const canvas = document.createElement('canvas');
	canvas.width = video.videoWidth;
	canvas.height = video.videoHeight;
	canvas.getContext('2d')?.drawImage(video, 0, 0);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
