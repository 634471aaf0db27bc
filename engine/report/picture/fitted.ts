interface Size {
	readonly width: number;
	readonly height: number;
}

/** CSS pixels: 60 × 18 mm, the most that a logo takes of a cover. */
export const LOGO_ROOM: Size = { width: 227, height: 68 };

/** A picture in its own proportions, as large as the room allows; whole pixels, one at least. */
export function fitted({ width, height }: Size, room: Size): Size {
	const scale = Math.min(room.width / width, room.height / height);
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
