import { createReadStream } from 'node:fs';
import { createDigest } from '../../crypto/index.ts';
import { type Action, errored, failed, PASSED } from './action.ts';

/** Every file must have exactly the digest given. */
export const compareDigests: Action<'file.digest'> = async ({ files, algorithm }, { path, signal }) => {
	for (const [name, wanted] of Object.entries(files)) {
		const digest = createDigest();
		try {
			for await (const chunk of createReadStream(path(name), { signal })) digest.update(chunk as Buffer);
		} catch (error) {
			const text = { zh: `无法读取“${name}”。`, en: `“${name}” cannot be read.` };
			const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
			return code === 'ENOENT' ? failed('file.digest', text, wanted, 'ENOENT') : errored('file.unreadable', text, code);
		}
		const found = digest.digest()[algorithm];
		if (found === wanted) continue;
		const text = { zh: `文件“${name}”的摘要不符。`, en: `The digest of “${name}” is not the expected one.` };
		return failed('file.digest', text, `${algorithm} ${wanted}`, `${algorithm} ${found}`);
	}
	return PASSED;
};
