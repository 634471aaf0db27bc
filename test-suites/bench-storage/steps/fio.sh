#!/bin/sh
# One fio job on the disk of the folder that the operator named, else of the run's own data folder. JSON on stdout.
# fio writes its file once, in the warm-up; `remove` takes it away when the case has ended, however it ended.
# usage: fio.sh <folder or ""> <rw> <block size> <queue depth> <size> <seconds>  |  fio.sh <folder or ""> remove
set -eu
folder=${1:-$SHIPEI_DATA}
file="$folder/shipei-fio.bin"
if [ "$2" = remove ]; then
	exec rm -f "$file"
fi
case $(stat -f -c %T "$folder" 2>/dev/null) in
	tmpfs | ramfs)
		echo "$folder lies in memory (tmpfs): name a folder on the disk to test" >&2
		exit 7
		;;
esac
exec fio --name=shipei --filename="$file" --size="$5" --rw="$2" --bs="$3" --iodepth="$4" \
	--ioengine=libaio --direct=1 --overwrite=1 --randrepeat=1 --runtime="$6" --time_based --output-format=json
