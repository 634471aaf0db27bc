#!/bin/sh
# Runs UnixBench, which compiles itself when it is first run, and tells then by which compiler: another one is another figure.
# usage: unixbench.sh <folder> <copies>
set -u
perl "$1/Run" -c "$2"
status=$?
compiler=$(grep -aoE 'GCC: \([^)]*\) [0-9.]+|clang version [0-9.]+' "$1/pgms/dhry2reg" 2>/dev/null | sort -u | paste -sd+ -)
echo "compiler: ${compiler:-unknown}"
exit $status
