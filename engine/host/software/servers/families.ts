import { DOMESTIC_DATABASES } from './domestic-databases.ts';
import { JAVA_SERVERS } from './java-servers.ts';
import { GBASE8A_FAMILY, MYSQL_FAMILY } from './mysql-family.ts';
import { NATIVE_SERVERS } from './native-servers.ts';
import { GAUSS_FAMILY, KINGBASE_FAMILY, POSTGRESQL_FAMILY } from './postgresql-family.ts';
import type { ServerFamily } from './server-family.ts';

export const SERVER_FAMILIES: readonly ServerFamily[] = [
	POSTGRESQL_FAMILY,
	KINGBASE_FAMILY,
	GAUSS_FAMILY,
	MYSQL_FAMILY,
	GBASE8A_FAMILY,
	...DOMESTIC_DATABASES,
	...NATIVE_SERVERS,
	JAVA_SERVERS,
];

export function familyOf(program: string): ServerFamily | undefined {
	const name = program.split('/').at(-1) ?? '';
	return SERVER_FAMILIES.find((family) => family.program.test(name));
}
