import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

// sockaddr_un.sun_path holds 108 bytes with its end mark (unix(7)).
const LONGEST = 107;

/** Where the owner of a data folder listens: in the folder, or in a short place when its path is too long. */
export function socketPath(directory: string): string {
	const inside = join(directory, 'engine.sock');
	if (Buffer.byteLength(inside) <= LONGEST) return inside;
	const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
	return join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), `shipei-${userInfo().uid}-${name}.sock`);
}
