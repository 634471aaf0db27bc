#!/bin/sh
# Runs SPECjvm2008 where the lab unpacked it: it finds its workloads below the folder that it runs in.
# usage: specjvm.sh <folder>
set -eu
cd "$1"
exec java -jar SPECjvm2008.jar --base
