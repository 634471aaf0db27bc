#include "memory.h"
#include "../failure.h"
#include "../options.h"
#include "../machine/memory-facts.h"
#include "system.h"
#include "text.h"

enum {
	MPOL_BIND = 2,
	BITS_OF_NODES = 1024
};

static void bind_to_node(void);

enum pages wanted_pages(void) {
	if (text_equal(options.pages, "default")) return PAGES_DEFAULT;
	if (!text_equal(options.pages, "huge")) fail(EXIT_USAGE, "--pages takes default or huge");
	return PAGES_HUGE;
}

void *map_memory(size_t bytes, enum pages pages) {
	size_t alignment = 2ul << 20;
	if (was_given(OPTION_MEMORY_NODE)) bind_to_node();
	if (pages == PAGES_HUGE) {
		const u64 huge = huge_page_bytes();
		if (huge == 0 || text_equal(huge_page_mode(), "never"))
			fail(EXIT_UNSUPPORTED, "this kernel gives no huge pages");
		if (bytes < huge) fail_with(EXIT_UNSUPPORTED, "the working set is smaller than one huge page", huge, bytes);
		if (huge > alignment) alignment = huge;
	}
	const long address = sys_mmap(bytes + alignment, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS);
	if (address < 0 && address > -4096) fail_system("no memory for the working set", address);
	void *memory = (void *)(((u64)address + alignment - 1) & ~(alignment - 1));
	if (pages == PAGES_HUGE) {
		const long answer = sys_madvise(memory, bytes, MADV_HUGEPAGE);
		if (answer < 0) fail(EXIT_UNSUPPORTED, "this kernel refuses huge pages");
	}
	return memory;
}

void *map_shared(size_t bytes) {
	const long address = sys_mmap(bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS);
	if (address < 0 && address > -4096) fail_system("no memory to share between workers", address);
	return (void *)address;
}

static void bind_to_node(void) {
	static u64 nodes[BITS_OF_NODES / 64];
	if (options.memory_node >= BITS_OF_NODES) fail(EXIT_USAGE, "--memory-node is too large");
	nodes[options.memory_node / 64] |= 1ul << (options.memory_node % 64);
	const long answer = sys_set_mempolicy(MPOL_BIND, nodes, BITS_OF_NODES);
	if (answer == -ENOSYS) fail(EXIT_UNSUPPORTED, "this kernel has no NUMA policy");
	if (answer < 0) fail(EXIT_UNSUPPORTED, "there is no such NUMA node with memory");
}
