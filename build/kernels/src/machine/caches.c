#include "caches.h"
#include "cpu-set.h"
#include "facts-file.h"
#include "system.h"
#include "text.h"
#include "../options.h"
#include "../report.h"

struct cache {
	u64 level;
	u64 bytes;
	u32 first_cpu;
	int is_data;
	int is_unified;
};

static int read_cache(int cpu, u32 index, struct cache *cache);
static u32 count_sockets(const int *cpus, u32 count);

u64 cache_bytes(int cpu, u32 level) {
	struct cache cache;
	for (u32 index = 0; read_cache(cpu, index, &cache); index++) {
		if (cache.level == level && (cache.is_unified || cache.is_data)) return cache.bytes;
	}
	return 0;
}

static int read_last_level(int cpu, struct cache *last) {
	struct cache cache;
	last->level = 0;
	for (u32 index = 0; read_cache(cpu, index, &cache); index++) {
		if (cache.is_unified && cache.level > last->level) *last = cache;
	}
	return last->level > 0 && last->bytes > 0;
}

u64 last_level_bytes(int cpu) {
	struct cache last;
	return read_last_level(cpu, &last) ? last.bytes : 0;
}

u64 last_level_cache(const int *cpus, u32 count, const char **source) {
	static struct cpu_set groups;
	u64 sum = 0;
	*source = "argument";
	if (was_given(OPTION_LLC)) return options.llc;
	*source = "sysfs";
	for (u32 i = 0; i < count; i++) {
		struct cache last;
		if (!read_last_level(cpus[i], &last) || cpu_in(&groups, last.first_cpu)) continue;
		add_cpu(&groups, last.first_cpu);
		sum += last.bytes;
	}
	if (sum > 0) return sum;
	*source = "fallback";
	flag("cache-unknown");
	return (u64)count_sockets(cpus, count) * (32ul << 20);
}

/* "32768K" or "2M". */
static u64 read_cache_size(const char *text) {
	u64 value = 0;
	if (!read_unsigned(&text, &value)) return 0;
	return *text == 'M' ? value << 20 : *text == 'K' ? value << 10 : value;
}

static const char *cache_path(int cpu, u32 index, const char *file) {
	static char folder[128];
	const char *path = numbered_path("/sys/devices/system/cpu/cpu", (u64)cpu, "/cache/index");
	size_t length = 0;
	while (path[length] != '\0') folder[length] = path[length], length++;
	folder[length] = '\0';
	return numbered_path(folder, index, file);
}

static int read_cache(int cpu, u32 index, struct cache *cache) {
	static char text[4096];
	struct cpu_set shared;
	*cache = (struct cache){.first_cpu = (u32)cpu};
	if (!read_fact_number(cache_path(cpu, index, "/level"), &cache->level)) return 0;
	if (read_facts(cache_path(cpu, index, "/size"), text, sizeof text)) cache->bytes = read_cache_size(text);
	if (read_facts(cache_path(cpu, index, "/type"), text, sizeof text)) {
		cache->is_data = text_equal(text, "Data");
		cache->is_unified = text_equal(text, "Unified");
	}
	if (read_facts(cache_path(cpu, index, "/shared_cpu_list"), text, sizeof text) && read_cpu_list(text, &shared)) {
		for (u32 other = 0; other < MOST_CPUS; other++) {
			if (!cpu_in(&shared, other)) continue;
			cache->first_cpu = other;
			break;
		}
	}
	return 1;
}

static u32 count_sockets(const int *cpus, u32 count) {
	static struct cpu_set seen;
	u32 sockets = 0;
	for (u32 i = 0; i < count; i++) {
		u64 package = 0;
		const char *path = numbered_path("/sys/devices/system/cpu/cpu", (u64)cpus[i], "/topology/physical_package_id");
		if (!read_fact_number(path, &package) || cpu_in(&seen, (u32)package)) continue;
		add_cpu(&seen, (u32)package);
		sockets++;
	}
	return sockets > 0 ? sockets : 1;
}
