// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

#include "CValgrind.h"

#include <stdint.h>

// The codes of valgrind.h and callgrind.h, whose values are a stable interface.
enum {
    is_running = 0x1001,
    callgrind = ('C' << 24) + ('T' << 16),
    zero_counts = callgrind + 1,
    dump_counts = callgrind + 3,
    start_counting = callgrind + 4,
    stop_counting = callgrind + 5,
};

static uintptr_t request(uintptr_t code, uintptr_t argument) {
    volatile uintptr_t arguments[6] = {code, argument, 0, 0, 0, 0};
    uintptr_t answer = 0;
#if defined(__x86_64__)
    __asm__ volatile(
        "rolq $3, %%rdi ; rolq $13, %%rdi\n\t"
        "rolq $61, %%rdi ; rolq $51, %%rdi\n\t"
        "xchgq %%rbx, %%rbx"
        : "=d"(answer)
        : "a"(&arguments[0]), "0"(answer)
        : "cc", "memory");
#elif defined(__aarch64__)
    __asm__ volatile(
        "mov x3, %1\n\t"
        "mov x4, %2\n\t"
        "ror x12, x12, #3 ; ror x12, x12, #13\n\t"
        "ror x12, x12, #51 ; ror x12, x12, #61\n\t"
        "orr x10, x10, x10\n\t"
        "mov %0, x3"
        : "=r"(answer)
        : "r"((uintptr_t)0), "r"(&arguments[0])
        : "cc", "memory", "x3", "x4");
#else
    (void)arguments;
#endif
    return answer;
}

bool valgrind_is_running(void) { return request(is_running, 0) != 0; }

void callgrind_start(void) {
    request(start_counting, 0);
    request(zero_counts, 0);
}

void callgrind_stop(const char *name) {
    request(dump_counts, (uintptr_t)name);
    request(stop_counting, 0);
}
