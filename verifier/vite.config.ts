import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/**
 * Puts script and style into the page, so that it is one file that works from a stick, and forbids it everything else:
 * no network, no frames, no other script. What is dropped onto it cannot leave the machine.
 */
function oneFile(): Plugin {
	return {
		name: 'one-file',
		enforce: 'post',
		generateBundle(_, bundle) {
			const page = bundle['index.html'];
			if (page?.type !== 'asset') throw new Error('There is no index.html.');
			let html = String(page.source);
			const hashes: string[] = [];
			for (const [name, file] of Object.entries(bundle)) {
				if (file.type === 'chunk') {
					const code = `\n${file.code.replaceAll('</script', '<\\/script')}`;
					hashes.push(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
					html = html.replace(/<script type="module"[^>]*><\/script>/u, '');
					html = html.replace('</body>', () => `<script type="module">${code}</script>\n</body>`);
				} else if (name.endsWith('.css')) {
					html = html.replace(/<link rel="stylesheet"[^>]*>/u, () => `<style>${String(file.source)}</style>`);
				} else continue;
				delete bundle[name];
			}
			const policy = `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
			page.source = html.replace(
				'<meta charset="utf-8">',
				() => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
			);
		},
	};
}

export default defineConfig({
	plugins: [oneFile()],
	build: { outDir: 'dist', emptyOutDir: true, target: 'chrome90', modulePreload: false, assetsInlineLimit: 0 },
});
