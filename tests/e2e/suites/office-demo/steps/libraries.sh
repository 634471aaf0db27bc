#!/bin/sh
i=0
while [ $i -lt 300 ]; do
	printf '[%03d] \033[32mok\033[0m /opt/office/lib/lib%d.so\n' $i $i
	i=$((i + 1))
done
printf '\033[1;31merror\033[0m: libssl.so.1.1: cannot open shared object file\n' >&2
exit 127
