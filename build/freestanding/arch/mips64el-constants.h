/* Constants of Linux on MIPS. SIGCHLD is 18 here: a clone() that asks for 17 makes its children send SIGUSR2. */
#pragma once

enum {
	O_CREAT = 0x100,
	O_EXCL = 0x400,
	O_NONBLOCK = 0x80,
	O_DIRECT = 0x8000,
	O_DIRECTORY = 0x10000,

	MAP_ANONYMOUS = 0x800,

	SIGUSR1 = 16,
	SIGUSR2 = 17,
	SIGCHLD = 18,
	SIGSTOP = 23,
	SIGCONT = 25,
	SIG_BLOCK = 1,
	SIG_UNBLOCK = 2,
	SIG_SETMASK = 3,

	SOCK_STREAM = 2,
	SOL_SOCKET = 0xffff,
	SO_REUSEADDR = 4,

	ENOSYS = 89,
	EOPNOTSUPP = 122,
	ETIMEDOUT = 145,
};
