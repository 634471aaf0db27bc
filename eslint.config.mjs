import tseslint from 'typescript-eslint';

// Biome does the rest; these three need types.
export default tseslint.config(
	{ ignores: ['**/dist/**', 'node_modules/**', 'tests/fixtures/**'] },
	{
		files: ['{contract,engine,cli,server,electron,renderer,verifier,tests}/**/*.{ts,tsx}'],
		ignores: ['**/*.config.ts'],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		plugins: { '@typescript-eslint': tseslint.plugin },
		linterOptions: { reportUnusedDisableDirectives: 'off' },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
		},
	},
);
