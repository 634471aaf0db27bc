#include "signals.h"
#include "system.h"

long set_blocked_signals(u64 mask) {
	const u64 set[2] = {mask, 0};
	const long answer = SYSTEM_CALL(NR_rt_sigprocmask, SIG_SETMASK, set, 0, 8);
	return answer != -EINVAL ? answer : SYSTEM_CALL(NR_rt_sigprocmask, SIG_SETMASK, set, 0, 16);
}

long open_signal_fd(u64 mask) {
	const u64 set[2] = {mask, 0};
	const long answer = SYSTEM_CALL(NR_signalfd4, -1, set, 8, O_CLOEXEC);
	return answer != -EINVAL ? answer : SYSTEM_CALL(NR_signalfd4, -1, set, 16, O_CLOEXEC);
}
