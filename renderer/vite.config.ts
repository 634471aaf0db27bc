import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { NONCE_MARK } from '../contract/page-policy.ts';

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	// Relative: the same build is served over HTTP and by the desktop window's own protocol.
	base: './',
	html: { cspNonce: NONCE_MARK },
	plugins: [react()],
	build: {
		outDir: 'dist',
		emptyOutDir: true,
		license: { fileName: 'licenses.md' },
		target: 'chrome120',
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 2000,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			// The contract's schemas are checked in the engine; here only its types and texts are used.
			treeshake: { moduleSideEffects: (id) => !/\/contract\//u.test(id) },
		},
	},
});
