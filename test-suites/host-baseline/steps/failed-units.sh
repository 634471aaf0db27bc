#!/bin/sh
# Names of the units that systemd could not keep going, one a line; nothing when all is well.
set -eu
if [ "${BASELINE_ROOT:-/}" != / ]; then
	exec cat "$BASELINE_ROOT/failed-units"
fi
systemctl list-units --state=failed --no-legend --plain --no-pager | awk '{ print $1 }'
