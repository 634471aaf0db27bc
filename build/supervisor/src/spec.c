#include "spec.h"
#include "../../freestanding/bytes.h"
#include "../../freestanding/system.h"
#include "../../freestanding/text.h"

struct text_field {
	const char *name;
	const char **value;
};

struct number_field {
	const char *name;
	u64 *value;
};

int read_fully(int fd, void *target, size_t length) {
	u8 *cursor = target;
	while (length > 0) {
		const long count = sys_read(fd, cursor, length);
		if (count == -EINTR) continue;
		if (count <= 0) return 0;
		cursor += count;
		length -= (size_t)count;
	}
	return 1;
}

/* The part behind "name=", or NULL when the entry has another name. */
static char *value_of(char *entry, const char *name) {
	if (!text_starts_with(entry, name)) return NULL;
	char *rest = entry + text_length(name);
	return *rest == '=' ? rest + 1 : NULL;
}

static int take_entry(struct spec *spec, char *entry) {
	const struct text_field texts[] = {
		{"cwd", &spec->directory},	  {"stdin", &spec->input},
		{"stdout", &spec->output[STDOUT]}, {"stderr", &spec->output[STDERR]},
		{"cgroup", &spec->cgroup},	  {"token", &spec->token},
	};
	const struct number_field numbers[] = {
		{"parent", &spec->parent},	   {"keep", &spec->keep},
		{"head", &spec->head_bytes},	   {"tail", &spec->tail_bytes},
		{"deadline", &spec->deadline_ms}, {"grace", &spec->grace_ms},
		{"strayGrace", &spec->stray_grace_ms}, {"memory", &spec->memory_bytes},
		{"processes", &spec->processes},   {"fileBytes", &spec->file_bytes},
		{"openFiles", &spec->open_files},
	};
	for (size_t i = 0; i < COUNT(texts); i++) {
		char *value = value_of(entry, texts[i].name);
		if (value != NULL) return *texts[i].value = value, 1;
	}
	for (size_t i = 0; i < COUNT(numbers); i++) {
		const char *value = value_of(entry, numbers[i].name);
		if (value != NULL) return read_unsigned(&value, numbers[i].value) && *value == '\0';
	}
	return 0;
}

static int take_entries(struct spec *spec, char *bytes, size_t length) {
	size_t arguments = 0, environment = 0;
	for (char *entry = bytes; entry < bytes + length; entry += text_length(entry) + 1) {
		char *argument = value_of(entry, "arg");
		char *variable = value_of(entry, "env");
		if (argument != NULL) spec->arguments[arguments++] = argument;
		else if (variable != NULL) spec->environment[environment++] = variable;
		else if (!take_entry(spec, entry)) return 0;
	}
	return arguments > 0 && spec->directory != NULL && spec->output[STDOUT] != NULL && spec->output[STDERR] != NULL;
}

int parse_spec(char *bytes, size_t length, struct spec *spec) {
	memset(spec, 0, sizeof *spec);
	if (length == 0 || bytes[length - 1] != '\0') return 0;
	/* Both lists end with NULL: fresh pages are zero. An entry takes at least five bytes, so this is room enough. */
	const size_t room = (length / 5 + 2) * sizeof(char *);
	char **lists = (char **)sys_mmap(2 * room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS);
	if ((long)lists < 0) return 0;
	spec->arguments = lists;
	spec->environment = lists + room / sizeof(char *);
	return take_entries(spec, bytes, length) && spec->head_bytes > 0 && spec->tail_bytes > 0;
}

int read_spec(int fd, struct spec *spec) {
	u32 length;
	if (!read_fully(fd, &length, sizeof length) || length == 0 || length > MOST_SPEC_BYTES) return 0;
	char *bytes = (char *)sys_mmap(length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS);
	return (long)bytes >= 0 && read_fully(fd, bytes, length) && parse_spec(bytes, length, spec);
}
