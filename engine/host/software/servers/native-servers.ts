import { evidence } from '../../field.ts';
import type { ServerFamily } from './server-family.ts';
import { answeredOtherwise, judgeByText, type TextRule } from './text-rules.ts';

/** Servers that name themselves plainly when asked, and are not named at all when they cannot be asked. */
function plain(
	kind: ServerFamily['kind'],
	program: RegExp,
	ports: readonly number[],
	flag: string,
	texts: readonly TextRule[],
	installs: readonly string[],
): ServerFamily {
	return {
		kind,
		program,
		ports,
		ask: (sighting) => [[...sighting.launcher, flag]],
		judge(sighting, answers) {
			const byText = judgeByText(texts, answers);
			if (byText !== undefined || answeredOtherwise(answers)) return byText;
			const name = sighting.program.split('/').at(-1) ?? '';
			const [first] = texts;
			// Nothing else is called like this; without its own word it stays a guess.
			return first === undefined
				? undefined
				: { id: first.id, name: first.name, confidence: 'guess', evidence: evidence(sighting.program, name) };
		},
		async settings(_source, sighting) {
			if (kind !== 'database' || sighting.cwd === undefined || sighting.cwd === '/') return {};
			return { dataDirectory: { value: sighting.cwd, evidence: evidence(`/proc/${sighting.pid}/cwd`, sighting.cwd) } };
		},
		installs,
	};
}

/** A library with a shell: it never runs as a server. */
const SQLITE: ServerFamily = {
	kind: 'database',
	program: /^sqlite3$/u,
	ports: [],
	ask: (sighting) => [[...sighting.launcher, '--version']],
	judge: (sighting, answers) =>
		sighting.pid === undefined
			? judgeByText([{ id: 'sqlite', name: 'SQLite', pattern: /^(\d+(?:\.\d+)+) \d{4}-/mu }], answers)
			: undefined,
	installs: ['/usr/bin/sqlite3', '/usr/local/bin/sqlite3'],
};

export const NATIVE_SERVERS: readonly ServerFamily[] = [
	SQLITE,
	plain(
		'database',
		/^redis-server$/u,
		[6379],
		'--version',
		[
			{ id: 'redis', name: 'Redis', pattern: /^Redis server v=(\d+(?:\.\d+)+)/mu },
			{ id: 'valkey', name: 'Valkey', pattern: /^Valkey server v=(\d+(?:\.\d+)+)/mu },
		],
		['/usr/bin/redis-server', '/usr/local/bin/redis-server'],
	),
	plain(
		'database',
		/^valkey-server$/u,
		[6379],
		'--version',
		[{ id: 'valkey', name: 'Valkey', pattern: /^Valkey server v=(\d+(?:\.\d+)+)/mu }],
		['/usr/bin/valkey-server'],
	),
	plain(
		'database',
		/^mongod$/u,
		[27017],
		'--version',
		[{ id: 'mongodb', name: 'MongoDB', pattern: /^db version v(\d+(?:\.\d+)+)/mu }],
		['/usr/bin/mongod'],
	),
	plain(
		'middleware',
		/^nginx$/u,
		[80, 443],
		'-v',
		[
			{ id: 'tengine', name: 'Tengine', pattern: /^Tengine version: Tengine\/(\d+(?:\.\d+)+)/mu },
			{ id: 'openresty', name: 'OpenResty', pattern: /^nginx version: openresty\/(\d+(?:\.\d+)+)/mu },
			{ id: 'nginx', name: 'nginx', pattern: /^nginx version: nginx\/(\d+(?:\.\d+)+)/mu },
		],
		['/usr/sbin/nginx', '/usr/local/nginx/sbin/nginx'],
	),
	plain(
		'middleware',
		/^(?:apache2|httpd)$/u,
		[80, 443],
		'-v',
		[{ id: 'apache', name: 'Apache HTTP Server', pattern: /^Server version: Apache\/(\d+(?:\.\d+)+)/mu }],
		['/usr/sbin/apache2', '/usr/sbin/httpd'],
	),
];
