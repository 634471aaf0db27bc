#!/bin/sh
# Runs a benchmark that was compiled here or by the lab, and tells first by which compiler: another one is another figure.
# usage: compiled.sh <program> [arguments]
set -eu
program=$(command -v "$1")
shift
compiler=$(grep -aoE 'GCC: \([^)]*\) [0-9.]+|clang version [0-9.]+' "$program" | sort -u | paste -sd+ -)
echo "compiler: ${compiler:-unknown}"
exec "$program" "$@"
