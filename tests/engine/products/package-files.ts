/** Packages made by hand, byte by byte as their formats have it: nothing needs to be installed to test reading them. */
export function ar(members: Readonly<Record<string, Buffer>>): Buffer {
	const parts = Object.entries(members).flatMap(([name, bytes]) => [
		Buffer.from(
			`${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`,
		),
		bytes,
		Buffer.from(bytes.length % 2 === 1 ? '\n' : ''),
	]);
	return Buffer.concat([Buffer.from('!<arch>\n'), ...parts]);
}

export function tar(files: Readonly<Record<string, string>>): Buffer {
	const parts = Object.entries(files).flatMap(([name, text]) => {
		const bytes = Buffer.from(text);
		const header = Buffer.alloc(512);
		header.write(name, 0);
		header.write(bytes.length.toString(8).padStart(11, '0'), 124);
		header.write('ustar', 257);
		return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
	});
	return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

export function deb(control: string, pack: (bytes: Buffer) => Buffer, ending: string): Buffer {
	return ar({
		'debian-binary': Buffer.from('2.0\n'),
		[`control.tar${ending}`]: pack(tar({ './': '', './control': control })),
		'data.tar': tar({ './opt/x': 'x' }),
	});
}

export function rpm(texts: Readonly<Record<number, string>>): Buffer {
	const lead = Buffer.alloc(96);
	lead.writeUInt32BE(0xedabeedb, 0);
	const signature = header({ 1000: 'abc' });
	return Buffer.concat([lead, signature, Buffer.alloc((8 - (signature.length % 8)) % 8), header(texts)]);
}

function header(texts: Readonly<Record<number, string>>): Buffer {
	const store = Buffer.from(
		Object.values(texts)
			.map((text) => `${text}\0`)
			.join(''),
	);
	const intro = Buffer.alloc(16);
	intro.writeUInt32BE(0x8eade801, 0);
	intro.writeUInt32BE(Object.keys(texts).length, 8);
	intro.writeUInt32BE(store.length, 12);
	let offset = 0;
	const index = Object.entries(texts).map(([tag, text]) => {
		const entry = Buffer.alloc(16);
		entry.writeUInt32BE(Number(tag), 0);
		entry.writeUInt32BE(6, 4);
		entry.writeUInt32BE(offset, 8);
		entry.writeUInt32BE(1, 12);
		offset += Buffer.byteLength(text) + 1;
		return entry;
	});
	return Buffer.concat([intro, ...index, store]);
}
