// Who may import whom: the architecture, held by machine. `npm run check` runs it; tests/build/boundaries.test.ts plants
// a violation of each rule and watches it turn red.
const LEAVES = 'crypto|statistics|process|parsers';
const PARTS = 'host|suites|run|store|report|bundle|products|crypto|statistics|process|parsers';

module.exports = {
	forbidden: [
		// Two files may name each other's types; what is loaded may not go in circles.
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		// Packages are the compiler's business.
		{ name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, path: '^\\.' } },
		{
			name: 'contract-knows-only-zod',
			severity: 'error',
			from: { path: '^contract/' },
			to: { pathNot: ['^contract/', '(^|/)node_modules/zod/'] },
		},
		{
			name: 'engine-knows-no-host',
			severity: 'error',
			from: { path: '^engine/' },
			to: { path: '^(cli|server|electron|renderer|verifier|registry|build|tests)/' },
		},
		{
			name: 'engine-parts-meet-in-the-composition',
			severity: 'error',
			from: { path: `^engine/(${PARTS})/` },
			to: { path: '^engine/', pathNot: ['^engine/$1/', `^engine/(${LEAVES})/(index|portable|digests|commands)\\.ts$`] },
		},
		{
			name: 'engine-composition-uses-doors',
			severity: 'error',
			from: { path: '^engine/(api/|socket/|[^/]+\\.ts$)' },
			to: { path: `^engine/(${PARTS})/`, pathNot: '^engine/[^/]+/index\\.ts$' },
		},
		{
			name: 'hosts-use-the-door-of-the-engine',
			severity: 'error',
			from: { path: '^(cli|server|electron)/' },
			to: { path: '^engine/', pathNot: '^engine/index\\.ts$' },
		},
		{
			name: 'hosts-do-not-import-each-other',
			severity: 'error',
			from: { path: '^(cli|server|electron)/', pathNot: '^cli/verbs/serve\\.ts$' },
			to: { path: '^(cli|server|electron|renderer)/', pathNot: '^$1/' },
		},
		{
			name: 'serve-starts-the-server-by-its-door',
			severity: 'error',
			from: { path: '^cli/verbs/serve\\.ts$' },
			to: { path: '^(server|electron|renderer)/', pathNot: '^server/index\\.ts$' },
		},
		{
			name: 'preload-knows-only-the-contract',
			severity: 'error',
			from: { path: '^electron/preload/' },
			to: { pathNot: ['^electron/preload/', '^contract/', '^electron$', '(^|/)node_modules/(zod|electron)/'] },
		},
		{
			name: 'renderer-knows-only-the-contract',
			severity: 'error',
			from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
			to: { path: ['^(engine|cli|server|electron|verifier|registry|build|tests)/', '^node:'] },
		},
		{
			name: 'renderer-uses-no-node',
			severity: 'error',
			from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'verifier-knows-only-the-bundle',
			severity: 'error',
			from: { path: '^verifier/', pathNot: '^verifier/vite\\.config\\.ts$' },
			to: {
				path: '^(engine|cli|server|electron|renderer|registry|build|tests)/',
				pathNot: '^engine/(bundle|crypto|statistics)/',
			},
		},
		{
			name: 'suites-and-build-use-nothing-of-the-product',
			severity: 'error',
			from: { path: '^(test-suites|build)/' },
			to: { path: '^(contract|engine|cli|server|electron|renderer|verifier|registry)/' },
		},
		{
			name: 'product-uses-no-tests',
			severity: 'error',
			from: { path: '^(contract|engine|cli|server|electron|renderer|verifier)/' },
			to: { path: '^tests/' },
		},
		{
			name: 'only-the-store-opens-a-database',
			severity: 'error',
			from: {
				path: '^(contract|engine|cli|server|electron|renderer)/',
				pathNot: '^engine/store/(open-sqlite|database)\\.ts$',
			},
			to: { path: '(^|/)node_modules/better-sqlite3/|^node:sqlite$|^sqlite$' },
		},
		{
			name: 'only-process-spawns',
			severity: 'error',
			from: { path: '^(contract|engine|cli|server|renderer)/', pathNot: '^engine/process/' },
			to: { path: '(^|/)node_modules/execa/|^(node:)?child_process$' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(dist|(renderer|verifier|electron)/dist)/|^tests/fixtures/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.base.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
			conditionNames: ['import', 'node', 'default', 'types'],
		},
	},
};
