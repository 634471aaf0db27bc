#!/bin/sh
# openssl speed for one algorithm, machine readable, with the version in front. Exit 4: the algorithm is not there.
set -eu
openssl version
case $1 in
	sm2 | ecdsap256 | rsa2048) exec openssl speed -mr -elapsed -seconds 3 "$1" 2>/dev/null ;;
esac
openssl speed -mr -elapsed -seconds 1 -bytes 16384 -evp "$1" 2>/dev/null || exit 4
