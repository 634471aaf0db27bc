#include "system-error.h"
#include "system.h"

struct system_error {
	u32 number;
	enum exit_code code;
	const char *name;
};

static const struct system_error errors[] = {
	{ENOSPC, EXIT_NO_SPACE, "ENOSPC"},
	{EDQUOT, EXIT_NO_SPACE, "EDQUOT"},
	{EFBIG, EXIT_NO_SPACE, "EFBIG"},
	{EACCES, EXIT_DENIED, "EACCES"},
	{EPERM, EXIT_DENIED, "EPERM"},
	{EROFS, EXIT_DENIED, "EROFS"},
	{ENOMEM, EXIT_LIMIT, "ENOMEM"},
	{EAGAIN, EXIT_LIMIT, "EAGAIN"},
	{EMFILE, EXIT_LIMIT, "EMFILE"},
	{ENFILE, EXIT_LIMIT, "ENFILE"},
	{EIO, EXIT_DEVICE, "EIO"},
	{ENOSYS, EXIT_UNSUPPORTED, "ENOSYS"},
	{EOPNOTSUPP, EXIT_UNSUPPORTED, "EOPNOTSUPP"},
	{EAFNOSUPPORT, EXIT_UNSUPPORTED, "EAFNOSUPPORT"},
	{EADDRNOTAVAIL, EXIT_UNSUPPORTED, "EADDRNOTAVAIL"},
	{ENETUNREACH, EXIT_UNSUPPORTED, "ENETUNREACH"},
	{ENOENT, EXIT_SYSTEM, "ENOENT"},
	{EEXIST, EXIT_SYSTEM, "EEXIST"},
	{EINVAL, EXIT_SYSTEM, "EINVAL"},
	{ETIMEDOUT, EXIT_SYSTEM, "ETIMEDOUT"},
};

static const struct system_error *find(u64 number) {
	for (size_t i = 0; i < COUNT(errors); i++) {
		if (errors[i].number == number) return &errors[i];
	}
	return NULL;
}

const char *error_name(u64 number) {
	const struct system_error *error = find(number);
	return error == NULL ? "unknown" : error->name;
}

enum exit_code exit_code_of_error(u64 number) {
	const struct system_error *error = find(number);
	return error == NULL ? EXIT_SYSTEM : error->code;
}
