/** A systemd user unit that runs once after the next start. It waits for nothing but the user's manager. */
export function userUnit(command: readonly string[], dataDirectory: string): string {
	return [
		'[Unit]',
		'Description=Shipei: continue the test run after the restart',
		'',
		'[Service]',
		'Type=simple',
		`ExecStart=${command.map(quoted).join(' ')}`,
		`WorkingDirectory=${path(dataDirectory)}`,
		'',
		'[Install]',
		'WantedBy=default.target',
		'',
	].join('\n');
}

/** systemd.service(5): double quotes with C escapes; % and $ are doubled. */
function quoted(word: string): string {
	const escaped = word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
	return `"${escaped.replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;
}

/** Paths of other settings are not unquoted, but % is a specifier there too. */
function path(name: string): string {
	return name.replaceAll('%', '%%');
}
