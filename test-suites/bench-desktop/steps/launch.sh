#!/bin/sh
# Starts a program and tells, as JSON, how many milliseconds passed until it had mapped a new window on the X display.
# usage: launch.sh <seconds to wait> <cold|warm> <program> [arguments]. Exit 4: no display; 5: no window in time.
# Cold needs the right to drop the page cache; without it the program was "warm" and the result says so.
set -eu
limit=$1 start=$2
shift 2
[ -n "${DISPLAY:-}" ] || { echo '{"error": "no X display"}'; exit 4; }
windows() { xwininfo -root -tree 2>/dev/null | awk '/^ +0x[0-9a-f]+ / && $0 !~ /\(has no name\): \(\) +1x1/ { n++ } END { print n + 0 }'; }
state=warm
if [ "$start" = cold ] && sync && { echo 3 > /proc/sys/vm/drop_caches; } 2>/dev/null; then state=cold; fi
before=$(windows)
now() { date +%s%3N; }
began=$(now)
setsid "$@" > program.log 2>&1 &
pid=$!
trap 'kill -TERM -- -$pid 2>/dev/null || true; sleep 1; kill -KILL -- -$pid 2>/dev/null || true' EXIT
while :; do
	if [ "$(windows)" -gt "$before" ]; then
		elapsed=$(($(now) - began))
		printf '{"value": %d, "start": "%s"}\n' "$elapsed" "$state"
		exit 0
	fi
	[ $(($(now) - began)) -lt $((limit * 1000)) ] || { echo '{"error": "no window"}'; exit 5; }
	sleep 0.02
done
