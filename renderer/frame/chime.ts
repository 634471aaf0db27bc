const NOTES_HZ = [660, 880];
const NOTE_SECONDS = 0.16;
const VOLUME = 0.15;

/** Two short notes, made here: there is no file to load. Silent where the page may not play yet. */
export function chime(): void {
	const audio = new AudioContext();
	const volume = new GainNode(audio, { gain: VOLUME });
	volume.connect(audio.destination);
	NOTES_HZ.forEach((frequency, index) => {
		const note = new OscillatorNode(audio, { frequency });
		note.connect(volume);
		note.start(audio.currentTime + index * NOTE_SECONDS);
		note.stop(audio.currentTime + (index + 1) * NOTE_SECONDS);
		if (index === NOTES_HZ.length - 1) note.onended = () => void audio.close();
	});
}
