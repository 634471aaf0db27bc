/** A desktop entry for ~/.config/autostart: runs when the user logs in (XDG autostart). */
export function autostartEntry(command: readonly string[]): string {
	return [
		'[Desktop Entry]',
		'Type=Application',
		'Name=Shipei: continue the test run',
		'Name[zh_CN]=适配台：继续测试运行',
		`Exec=${command.map(quoted).join(' ')}`,
		'Terminal=false',
		'X-GNOME-Autostart-enabled=true',
		'',
	].join('\n');
}

/**
 * Desktop Entry Specification, "The Exec key": inside double quotes `"`, backtick, `$` and backslash are escaped with a
 * backslash, which the general rule for strings escapes once more; % is doubled.
 */
function quoted(word: string): string {
	const inside = word.replaceAll(/["`$\\]/gu, (character) => `\\${character}`);
	return `"${inside.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
}
