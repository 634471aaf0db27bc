#!/bin/sh
# Runs a disk kernel in the folder that the operator named, else in the run's own data folder, which all cases share.
# usage: disk.sh <folder or ""> <kernel> [options]. disk.prepare is done once: an existing file of ours is kept.
set -eu
folder=${1:-$SHIPEI_DATA}
kernel=$2
shift 2
file=$folder/shipei-bench.bin
case $(stat -f -c %T "$folder" 2>/dev/null) in
	tmpfs | ramfs)
		# Recent kernels take O_DIRECT here too: the figure would be the memory's, not a disk's.
		echo "$folder lies in memory (tmpfs): name a folder on the disk to test" >&2
		exit 7
		;;
esac
case $kernel in
	remove) exec rm -f "$file" ;;
	disk.fdatasync.*) exec "$SHIPEI_KERNELS" "$kernel" --directory "$folder" "$@" ;;
	*) exec "$SHIPEI_KERNELS" "$kernel" --file "$file" "$@" ;;
esac
