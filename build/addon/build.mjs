// `npm run addon`: builds better-sqlite3 against glibc 2.17, for x64 and arm64, so that it loads on Kylin V10 and UOS 20
// (2.28 and 2.31; its own prebuilds want 2.34). Needs clang-19, lld-19, g++-12 and g++-aarch64-linux-gnu from Debian and
// two sysroots from npm. The results are committed with their digests: see manifest.json and tests/build/addon.test.ts.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CACHE = resolve('node_modules/.cache/addon');
const SQLITE = 'node_modules/better-sqlite3';
const HERE = 'build/addon';

const TARGETS = {
	x64: {
		sysroot: '@napi-rs/cross-toolchain-x64-target-x86_64@1.0.0',
		cpu: 'x86_64',
		gcc: '/usr/lib/gcc/x86_64-linux-gnu/12',
		cxx: ['/usr/include/c++/12', '/usr/include/x86_64-linux-gnu/c++/12', '/usr/include/c++/12/backward'],
	},
	arm64: {
		sysroot: '@napi-rs/cross-toolchain-x64-target-aarch64@1.0.3',
		cpu: 'aarch64',
		gcc: '/usr/lib/gcc-cross/aarch64-linux-gnu/12',
		cxx: [
			'/usr/aarch64-linux-gnu/include/c++/12',
			'/usr/aarch64-linux-gnu/include/c++/12/aarch64-linux-gnu',
			'/usr/aarch64-linux-gnu/include/c++/12/backward',
		],
	},
};

const version = JSON.parse(readFileSync(`${SQLITE}/package.json`, 'utf8')).version;
const out = process.argv[2] ?? `${HERE}/bin`;
const manifest = { package: 'better-sqlite3', version, glibc: '2.17', files: {} };
for (const [arch, target] of Object.entries(TARGETS)) {
	const file = join(out, `linux-${arch}`, 'better_sqlite3.node');
	build(arch, target, file);
	manifest.files[`linux-${arch}`] = createHash('sha256').update(readFileSync(file)).digest('hex');
}
writeFileSync(join(out, '..', 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

function build(arch, target, file) {
	const sysroot = unpackSysroot(target);
	const objects = join(CACHE, arch);
	rmSync(objects, { recursive: true, force: true });
	mkdirSync(objects, { recursive: true });
	const common = [
		`--target=${target.cpu}-linux-gnu`,
		`--sysroot=${sysroot}`,
		'-fPIC',
		'-O2',
		'-DNDEBUG',
		'-fvisibility=hidden',
		'-w',
		'-ffile-prefix-map=' + process.cwd() + '=.',
		`-ffile-prefix-map=${CACHE}=sysroot`,
	];
	run('clang-19', [
		...common,
		...sqliteDefines(),
		'-c',
		`${SQLITE}/deps/sqlite3/sqlite3.c`,
		'-o',
		join(objects, 'sqlite3.o'),
	]);
	run('clang-19', [...common, '-c', `${HERE}/stand-ins.c`, '-o', join(objects, 'stand-ins.o')]);
	run('clang++-19', [
		...common,
		'-std=c++20',
		'-nostdinc++',
		...target.cxx.flatMap((path) => ['-isystem', path]),
		'-include',
		`${HERE}/old-glibc.h`,
		'-DNAPI_VERSION=10',
		'-DNAPI_DISABLE_CPP_EXCEPTIONS',
		'-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
		'-DNODE_GYP_MODULE_NAME=better_sqlite3',
		'-DBUILDING_NODE_EXTENSION',
		'-fno-exceptions',
		'-fvisibility-inlines-hidden',
		'-I',
		'node_modules/node-api-headers/include',
		'-I',
		'node_modules/node-addon-api',
		'-I',
		`${SQLITE}/deps/sqlite3`,
		'-c',
		`${SQLITE}/src/better_sqlite3.cpp`,
		'-o',
		join(objects, 'addon.o'),
	]);
	mkdirSync(join(file, '..'), { recursive: true });
	run('clang++-19', [
		`--target=${target.cpu}-linux-gnu`,
		`--sysroot=${sysroot}`,
		'-fuse-ld=lld-19',
		'-shared',
		'-nostdlib++',
		`-B${target.gcc}`,
		`-L${target.gcc}`,
		'-Wl,-Bsymbolic',
		'-Wl,--exclude-libs,ALL',
		'-Wl,-z,max-page-size=0x10000',
		'-Wl,--build-id=sha1',
		'-Wl,-s',
		join(objects, 'addon.o'),
		join(objects, 'sqlite3.o'),
		join(objects, 'stand-ins.o'),
		// The unwinder of Node itself: Debian's static one asks for glibc 2.35.
		`${target.gcc}/libstdc++.a`,
		`${target.gcc}/libgcc.a`,
		unwinderOf(target, sysroot),
		'-nodefaultlibs',
		'-lc',
		'-lpthread',
		'-ldl',
		'-lm',
		'-o',
		file,
	]);
	console.log(`${file} (${arch})`);
}

function unpackSysroot(target) {
	const folder = join(CACHE, `sysroot-${target.cpu}`);
	const found = join(folder, `${target.cpu}-unknown-linux-gnu`, `${target.cpu}-unknown-linux-gnu`, 'sysroot');
	const alternative = join(folder, `${target.cpu}-unknown-linux-gnu`, 'sysroot');
	if (!existsSync(found) && !existsSync(alternative)) {
		mkdirSync(folder, { recursive: true });
		const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, target.sysroot], {
			encoding: 'utf8',
		}).trim();
		run('tar', ['xzf', join(folder, packed), '-C', folder, '--strip-components=1']);
		run('tar', ['xJf', join(folder, `${target.cpu}-unknown-linux-gnu.tar.xz`), '-C', folder]);
	}
	return existsSync(found) ? found : alternative;
}

function unwinderOf(target, sysroot) {
	const places = [
		join(sysroot, '..', 'lib'),
		join(sysroot, '..', 'lib64'),
		join(sysroot, 'lib'),
		join(sysroot, 'lib64'),
		join(sysroot, '..', '..', 'lib64'),
	];
	const found = places.map((folder) => join(folder, 'libgcc_s.so.1')).find((file) => existsSync(file));
	if (found === undefined) throw new Error(`libgcc_s.so.1 was not found beside ${sysroot}`);
	return found;
}

function sqliteDefines() {
	const text = readFileSync(`${SQLITE}/deps/defines.gypi`, 'utf8');
	return [...text.matchAll(/'([A-Z][A-Z0-9_]+(?:=-?\w+)?)'/gu)].map((match) => `-D${match[1]}`);
}

function run(command, args) {
	execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
