/* Constants of the generic Linux ABI. arm64 (open flags) and mips64el (nearly all) differ: see their own files. */
#pragma once

enum {
	O_CREAT = 0x40,
	O_EXCL = 0x80,
	O_NONBLOCK = 0x800,

	MAP_ANONYMOUS = 0x20,

	SIGUSR1 = 10,
	SIGUSR2 = 12,
	SIGCHLD = 17,
	SIGCONT = 18,
	SIGSTOP = 19,
	SIG_BLOCK = 0,
	SIG_UNBLOCK = 1,
	SIG_SETMASK = 2,

	SOCK_STREAM = 1,
	SOL_SOCKET = 1,
	SO_REUSEADDR = 2,

	ENOSYS = 38,
	EOPNOTSUPP = 95,
	EAFNOSUPPORT = 97,
	EADDRNOTAVAIL = 99,
	ENETUNREACH = 101,
	ETIMEDOUT = 110,
	EDQUOT = 122,
};
