#pragma once

/* Whether a control group limits this process to less processor time than `cpus` processors would give. */
int has_cpu_quota_below(unsigned cpus);
