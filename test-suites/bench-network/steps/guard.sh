#!/bin/sh
# Looks at the host for three seconds and tells, as JSON, what would disturb a benchmark. Exit 10: it is not quiet.
# Missing sensors are "unknown", never fine. Limits: policy shipei-bench/1.
set -u
root=${SHIPEI_SENSORS:-}

cpu_times() { awk '$1 == "cpu" { print $2 + $3 + $4 + $7 + $8, $9 + 0, $2 + $3 + $4 + $5 + $6 + $7 + $8 + $9; exit }' "$root/proc/stat"; }
or_unknown() { read -r value || value=unknown; echo "${value:-unknown}"; }
counter() { awk -v key="$1" '$1 == key { print $2 }' "$root/proc/vmstat" 2>/dev/null | or_unknown; }
throttles() { cat "$root"/sys/devices/system/cpu/cpu[0-9]*/thermal_throttle/core_throttle_count 2>/dev/null | awk '{ n += $1 } END { print NR ? n : "unknown" }'; }
pressure() { awk '$1 == "some" { sub("avg10=", "", $2); print $2 }' "$root/proc/pressure/$1" 2>/dev/null | or_unknown; }

cpus=$(grep -c '^cpu[0-9]' "$root/proc/stat") || { echo '{"error": "no /proc/stat"}'; exit 1; }
before=$(cpu_times); swap_before=$(counter pswpin); throttle_before=$(throttles)
sleep 3
after=$(cpu_times); swap_after=$(counter pswpin); throttle_after=$(throttles)
governors=$(cat "$root"/sys/devices/system/cpu/cpufreq/policy*/scaling_governor 2>/dev/null | sort -u | paste -sd+ -)

awk -v before="$before" -v after="$after" -v cpus="$cpus" -v governors="${governors:-unknown}" \
	-v load1="$(cut -d' ' -f1 "$root/proc/loadavg" 2>/dev/null | or_unknown)" \
	-v memory="$(pressure memory)" -v io="$(pressure io)" \
	-v swap_before="$swap_before" -v swap_after="$swap_after" \
	-v throttle_before="$throttle_before" -v throttle_after="$throttle_after" '
function known(value) { return value != "unknown" && value != "" }
function found(text) { findings = findings (findings == "" ? "" : ", ") "\"" text "\"" }
function json(value) { return known(value) ? value : "null" }
BEGIN {
	split(before, a, " "); split(after, b, " ")
	total = b[3] - a[3]
	busy = total > 0 ? cpus * (b[1] - a[1]) / total : 0
	steal = total > 0 ? 100 * (b[2] - a[2]) / total : 0
	limit = 0.05 * cpus > 0.5 ? 0.05 * cpus : 0.5
	if (busy > limit) found("busy")
	if (steal > 1) found("steal")
	if (known(governors) && governors != "performance") found("governor")
	if (known(memory) && memory > 5) found("pressure-memory")
	if (known(io) && io > 5) found("pressure-io")
	if (known(swap_before) && swap_after > swap_before) found("swap-in")
	if (known(throttle_before) && throttle_after > throttle_before) found("throttled")
	printf "{\"busyCpus\": %.2f, \"limit\": %.2f, \"cpus\": %d, \"stealPercent\": %.2f, \"load1\": %s, ", busy, limit, cpus, steal, json(load1)
	printf "\"governor\": %s, \"pressure\": {\"memory\": %s, \"io\": %s}, ", known(governors) ? "\"" governors "\"" : "null", json(memory), json(io)
	printf "\"throttles\": %s, \"findings\": [%s]}\n", json(throttle_after), findings
	exit findings == "" ? 0 : 10
}'
