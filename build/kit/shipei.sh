#!/bin/sh
# Starts Shipei with the Node that lies beside it; nothing else of this machine is needed.
self=$(readlink -f "$0" 2>/dev/null || echo "$0")
here=$(cd "$(dirname "$self")" && pwd)
SHIPEI_FONTS=${SHIPEI_FONTS:-$here/fonts}
SHIPEI_COMMAND=$0
export SHIPEI_FONTS SHIPEI_COMMAND
# V8 gives memory back eight seconds after work has ended, which takes 0.2 s: in the middle of a measured repetition.
exec "$here/node/bin/node" --no-memory-reducer "$here/app/cli/shipei.js" "$@"
