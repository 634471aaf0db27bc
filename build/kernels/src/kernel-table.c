/* All kernels. The identifiers are promises: suites, reports and documents name them. */
#include "kernel.h"
#include "cpu/clock.h"
#include "cpu/measure-cpu.h"
#include "disk/fdatasync.h"
#include "disk/measure-disk.h"
#include "disk/prepared-file.h"
#include "memory/bandwidth.h"
#include "memory/core-to-core.h"
#include "memory/latency.h"
#include "network/loopback.h"
#include "options.h"
#include "os/messaging.h"
#include "os/pipe.h"
#include "os/spawn.h"

enum {
	PLACE = OPTION_SECONDS | OPTION_CPUS | OPTION_CLASS | OPTION_CPU_NODE,
	CPU = PLACE | OPTION_WORKERS,
	BANDWIDTH = CPU | OPTION_BYTES | OPTION_LLC | OPTION_PAGES | OPTION_MEMORY_NODE,
	DISK = PLACE | OPTION_FILE | OPTION_QUEUE_DEPTH | OPTION_JOBS | OPTION_ENGINE,
	FLUSH = PLACE | OPTION_DIRECTORY | OPTION_CALLS,
	LATENCY = PLACE | OPTION_BYTES | OPTION_SIZE | OPTION_LLC | OPTION_PAGES | OPTION_MEMORY_NODE,
};

const struct kernel kernels[] = {
	{"cpu.clock", "Hz", "higher", "clock rate that a chain of additions sees; not a score", PLACE, measure_clock},
	{"cpu.int", "{block}/s", "higher", "32-bit integer work: table look-ups, hashing, division, bit tricks", CPU,
	 measure_cpu},
	{"cpu.int64", "{block}/s", "higher", "64-bit multiply-high, Montgomery multiplication, rotations", CPU,
	 measure_cpu},
	{"cpu.branch", "{block}/s", "higher", "branches that cannot be predicted: sorting, tokenizing, backtracking", CPU,
	 measure_cpu},
	{"cpu.float", "{pair}/s", "higher", "double precision with square root and division, not vectorized", CPU,
	 measure_cpu},
	{"cpu.matmul", "{flop}/s", "higher", "matrix product with the lowest common instruction set", CPU, measure_cpu},
	{"cpu.matmul.simd", "{flop}/s", "higher", "matrix product with the best vector instructions found",
	 CPU | OPTION_ISA, measure_simd},
	{"cpu.lz", "By/s", "higher", "text compressed and expanded again, bytes of text", CPU, measure_cpu},
	{"crypto.sm3", "By/s", "higher", "SM3 digests in portable C", CPU, measure_cpu},
	{"crypto.sm4", "By/s", "higher", "SM4 in counter mode in portable C", CPU, measure_cpu},
	{"crypto.sm2verify", "{op}/s", "higher", "SM2 signatures verified in portable C", CPU, measure_cpu},
	{"mem.copy", "By/s", "higher", "c = a over arrays no cache can hold", BANDWIDTH, measure_one_operation},
	{"mem.scale", "By/s", "higher", "b = q c over arrays no cache can hold", BANDWIDTH, measure_one_operation},
	{"mem.add", "By/s", "higher", "c = a + b over arrays no cache can hold", BANDWIDTH, measure_one_operation},
	{"mem.triad", "By/s", "higher", "a = b + q c over arrays no cache can hold", BANDWIDTH, measure_one_operation},
	{"mem.bandwidth", "By/s", "higher", "copy, scale, add and triad in turn; the main figure is triad", BANDWIDTH,
	 measure_all_operations},
	{"mem.latency", "ns", "lower", "one load that needs the answer of the load before, in a working set of one size",
	 LATENCY, measure_latency},
	{"mem.cache", "By", "higher", "the largest working set that is answered in half the time of main memory",
	 PLACE | OPTION_LLC | OPTION_PAGES | OPTION_MEMORY_NODE, measure_cache},
	{"mem.c2c", "ns", "lower", "one cache line to another processor and back, median over pairs", PLACE,
	 measure_core_to_core},
	{"disk.prepare", "By/s", "higher", "not a measurement: writes the file that the other disk kernels use",
	 OPTION_CPUS | OPTION_FILE | OPTION_BYTES, prepare_file},
	{"disk.seqread", "By/s", "higher", "1 MiB blocks read in order, past the page cache", DISK, measure_sequential},
	{"disk.seqwrite", "By/s", "higher", "1 MiB blocks overwritten in order, past the page cache", DISK,
	 measure_sequential},
	{"disk.randread", "{IO}/s", "higher", "4 KiB blocks read anywhere in the file, past the page cache", DISK,
	 measure_random},
	{"disk.randwrite", "{IO}/s", "higher", "4 KiB blocks overwritten anywhere in the file, past the page cache", DISK,
	 measure_random},
	{"disk.fdatasync.overwrite", "us", "lower", "flush of 4 KiB that replaced written blocks, median", FLUSH,
	 measure_fdatasync},
	{"disk.fdatasync.fresh", "us", "lower", "flush of 4 KiB written to reserved blocks for the first time, median",
	 FLUSH, measure_fdatasync},
	{"os.spawn", "us", "lower", "start a small program anew and wait for its end, median", PLACE, measure_spawn},
	{"os.fork", "us", "lower", "copy a small process and wait for its end, median", PLACE, measure_fork},
	{"os.pipe.same", "us", "lower", "one byte to another process and back, both on one processor, median", PLACE,
	 measure_pipe},
	{"os.pipe.cross", "us", "lower", "one byte to another process and back, on two processors, median", PLACE,
	 measure_pipe},
	{"os.messaging", "s", "lower", "10 groups of 20 senders and 20 receivers exchange messages",
	 OPTION_CPUS | OPTION_CLASS | OPTION_CPU_NODE | OPTION_GROUPS | OPTION_LOOPS, measure_messaging},
	{"net.lo.stream", "By/s", "higher", "TCP to this machine itself, between two processors", PLACE,
	 measure_loopback_stream},
	{"net.lo.rr", "us", "lower", "one byte there and back over TCP to this machine itself, median", PLACE,
	 measure_loopback_round_trip},
};
const size_t kernel_count = COUNT(kernels);
