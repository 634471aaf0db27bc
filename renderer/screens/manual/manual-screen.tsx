export function ManualScreen() {
	return null;
}
