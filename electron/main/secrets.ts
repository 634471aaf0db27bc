import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';

/** Passphrases for convenience, in the system's key ring. */
export interface Secrets {
	keep(name: string, secret: string): Promise<{ kept: boolean }>;
	read(name: string): Promise<string | null>;
}

/** Without a real key ring (basic_text: a password that is in every copy of Electron) nothing is kept. */
export function systemSecrets(): Secrets {
	const folder = join(app.getPath('userData'), 'secrets');
	const fileOf = (name: string) => join(folder, createHash('sha256').update(name).digest('hex'));
	return {
		async keep(name, secret) {
			if (!(await isSafe())) return { kept: false };
			mkdirSync(folder, { recursive: true, mode: 0o700 });
			writeFileSync(fileOf(name), await safeStorage.encryptStringAsync(secret), { mode: 0o600 });
			return { kept: true };
		},
		async read(name) {
			if (!(await isSafe())) return null;
			const bytes = readIfThere(fileOf(name));
			if (bytes === null) return null;
			try {
				return (await safeStorage.decryptStringAsync(bytes)).result;
			} catch {
				// The key ring was replaced: what it once encrypted is gone for good.
				rmSync(fileOf(name), { force: true });
				return null;
			}
		},
	};
}

const KEY_RINGS = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']);

async function isSafe(): Promise<boolean> {
	return (await safeStorage.isAsyncEncryptionAvailable()) && KEY_RINGS.has(safeStorage.getSelectedStorageBackend());
}

function readIfThere(file: string): Buffer | null {
	try {
		return readFileSync(file);
	} catch {
		return null;
	}
}
