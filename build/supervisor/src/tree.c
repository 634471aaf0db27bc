#include "tree.h"
#include "../../freestanding/bytes.h"
#include "../../freestanding/system.h"
#include "../../freestanding/text.h"

enum { MOST_PROCESSES = 65536, LISTING_BYTES = 32768, FILE_BYTES = 2048 };

struct process {
	u32 id, parent;
	u8 zombie;
};

struct directory_entry {
	u64 inode;
	i64 offset;
	u16 length;
	u8 type;
	char name[];
};

static struct process processes[MOST_PROCESSES];
static size_t process_count;
/* One bit per process id that is a descendant of ours; the kernel's ids stay below 2^22. */
static u8 below[1 << 19];

static int is_below(u32 id) {
	return below[(id >> 3) % sizeof below] >> (id & 7) & 1;
}

static void set_below(u32 id, int value) {
	u8 *byte = &below[(id >> 3) % sizeof below];
	*byte = (u8)((*byte & ~(1 << (id & 7))) | value << (id & 7));
}

/* Reads /proc/<id>/<file> as text. Answers its length, 0 when it cannot be read: the process may have gone. */
static size_t read_process_file(u64 id, const char *file, char *text) {
	char path[64], digits[20];
	size_t first = sizeof digits;
	do digits[--first] = (char)('0' + id % 10);
	while ((id /= 10) != 0);
	memcpy(path, "/proc/", 6);
	memcpy(path + 6, digits + first, sizeof digits - first);
	size_t end = 6 + sizeof digits - first;
	path[end++] = '/';
	memcpy(path + end, file, text_length(file) + 1);
	const int fd = (int)sys_openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
	if (fd < 0) return 0;
	const long count = sys_read(fd, text, FILE_BYTES - 1);
	sys_close(fd);
	if (count <= 0) return 0;
	text[count] = '\0';
	return (size_t)count;
}

/* The name of a process may hold spaces and parentheses: state and parent stand behind the last ")". */
static void note_process(u64 id) {
	char stat[FILE_BYTES];
	const size_t length = read_process_file(id, "stat", stat);
	size_t at = length;
	while (at > 0 && stat[at - 1] != ')') at--;
	if (at == 0 || at + 4 > length || process_count == MOST_PROCESSES) return;
	const char *cursor = stat + at + 3;
	u64 parent;
	if (!read_unsigned(&cursor, &parent)) return;
	const char state = stat[at + 1];
	processes[process_count++] = (struct process){
		.id = (u32)id, .parent = (u32)parent, .zombie = state == 'Z' || state == 'X'};
}

static void list_processes(void) {
	static char listing[LISTING_BYTES] __attribute__((aligned(8)));
	process_count = 0;
	const int proc = (int)sys_openat(AT_FDCWD, "/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (proc < 0) return;
	for (;;) {
		const long bytes = sys_getdents64(proc, listing, sizeof listing);
		if (bytes <= 0) break;
		for (long at = 0; at < bytes;) {
			const struct directory_entry *entry = (const void *)(listing + at);
			const char *name = entry->name;
			u64 id;
			if (read_unsigned(&name, &id) && *name == '\0') note_process(id);
			at += entry->length;
		}
	}
	sys_close(proc);
}

static void mark_descendants(void) {
	const u32 self = (u32)sys_getpid();
	for (size_t i = 0; i < process_count; i++) set_below(processes[i].id, 0);
	list_processes();
	for (int found = 1; found;) {
		found = 0;
		for (size_t i = 0; i < process_count; i++) {
			const struct process *process = &processes[i];
			if (is_below(process->id) || (process->parent != self && !is_below(process->parent))) continue;
			set_below(process->id, 1);
			found = 1;
		}
	}
}

u64 signal_descendants(int signal) {
	u64 living = 0;
	mark_descendants();
	for (size_t i = 0; i < process_count; i++) {
		if (!is_below(processes[i].id) || processes[i].zombie) continue;
		living++;
		if (signal != 0) sys_kill(processes[i].id, signal);
	}
	return living;
}

struct tree_use descendants_use(u64 page_bytes) {
	char statm[FILE_BYTES];
	struct tree_use use = {0, 0};
	mark_descendants();
	for (size_t i = 0; i < process_count; i++) {
		if (!is_below(processes[i].id) || processes[i].zombie) continue;
		use.processes++;
		if (read_process_file(processes[i].id, "statm", statm) == 0) continue;
		const char *cursor = statm;
		u64 size, resident;
		if (!read_unsigned(&cursor, &size) || *cursor++ != ' ' || !read_unsigned(&cursor, &resident)) continue;
		use.memory_bytes += resident * page_bytes;
	}
	return use;
}

static int fair_kib(const char *rollup, u64 *kib) {
	for (const char *line = rollup; *line != '\0'; line++) {
		if ((line == rollup || line[-1] == '\n') && text_starts_with(line, "Pss:")) {
			line += 4;
			while (*line == ' ') line++;
			return read_unsigned(&line, kib);
		}
	}
	return 0;
}

u64 descendants_fair_memory(u64 page_bytes) {
	char rollup[FILE_BYTES];
	u64 sum = 0;
	const struct tree_use most = descendants_use(page_bytes);
	for (size_t i = 0; i < process_count; i++) {
		u64 kib;
		if (!is_below(processes[i].id) || processes[i].zombie) continue;
		if (read_process_file(processes[i].id, "smaps_rollup", rollup) == 0) return most.memory_bytes;
		if (!fair_kib(rollup, &kib)) return most.memory_bytes;
		sum += kib * 1024;
	}
	return sum;
}

static int is_known(u32 id, const long *known, size_t count) {
	for (size_t i = 0; i < count; i++) {
		if (known[i] == (long)id) return 1;
	}
	return 0;
}

u64 kill_other_children(const long *known, size_t count) {
	const u32 self = (u32)sys_getpid();
	u64 living = 0;
	list_processes();
	for (size_t i = 0; i < process_count; i++) {
		const struct process *process = &processes[i];
		if (process->parent != self || process->zombie || is_known(process->id, known, count)) continue;
		living++;
		sys_kill(process->id, SIGKILL);
	}
	return living;
}
