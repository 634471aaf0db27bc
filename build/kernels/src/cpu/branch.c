/* cpu.branch: branches that depend on the data: shell sort, a tokenizer, the queens problem. */
#include "blocks.h"
#include "../random.h"

enum {
	NUMBERS = 2048,
	TEXT_BYTES = 8192,
	QUEENS_OF_8 = 92
};

void fill_branch(u8 *memory, u32 seed) {
	/* Weighted by repetition: numbers, words, blanks, and what makes a token invalid. */
	static const char alphabet[] = "0123456789abcdef  .-e\nxyz019";
	u32 state = random_state(seed, 2);
	u32 *numbers = (u32 *)memory;
	u8 *text = memory + NUMBERS * 4;
	for (size_t i = 0; i < NUMBERS; i++) numbers[i] = next_random(&state);
	for (size_t i = 0; i < TEXT_BYTES; i++) {
		text[i] = (u8)alphabet[((next_random(&state) >> 16) * (sizeof alphabet - 1)) >> 16];
	}
}

static void shell_sort(i32 *numbers) {
	static const int gaps[] = {701, 301, 132, 57, 23, 10, 4, 1};
	for (size_t g = 0; g < COUNT(gaps); g++) {
		const int gap = gaps[g];
		for (int i = gap; i < NUMBERS; i++) {
			const i32 number = numbers[i];
			int place = i;
			for (; place >= gap && numbers[place - gap] > number; place -= gap) numbers[place] = numbers[place - gap];
			numbers[place] = number;
		}
	}
}

enum state {
	BETWEEN,
	MINUS,
	WHOLE,
	FRACTION,
	EXPONENT,
	WORD,
	INVALID,
	STATES
};

static int is_digit(u8 c) { return c >= '0' && c <= '9'; }
static int is_letter(u8 c) { return c >= 'a' && c <= 'z'; }
static int is_blank(u8 c) { return c == ' ' || c == '\n'; }

static enum state next_state(enum state state, u8 c) {
	switch (state) {
		case BETWEEN:
			return is_digit(c) ? WHOLE : c == '-' ? MINUS : is_letter(c) ? WORD : is_blank(c) ? BETWEEN : INVALID;
		case MINUS:
			return is_digit(c) ? WHOLE : INVALID;
		case WHOLE:
			if (is_digit(c)) return WHOLE;
			if (c == '.') return FRACTION;
			return c == 'e' ? EXPONENT : is_blank(c) ? BETWEEN : INVALID;
		case FRACTION:
			return is_digit(c) ? FRACTION : c == 'e' ? EXPONENT : is_blank(c) ? BETWEEN : INVALID;
		case EXPONENT:
			return is_digit(c) || c == '-' ? EXPONENT : is_blank(c) ? BETWEEN : INVALID;
		case WORD:
			return is_letter(c) || is_digit(c) ? WORD : is_blank(c) ? BETWEEN : INVALID;
		default:
			return is_blank(c) ? BETWEEN : INVALID;
	}
}

static u32 count_tokens(const u8 *text) {
	u32 counts[STATES] = {0};
	enum state state = BETWEEN;
	for (size_t i = 0; i < TEXT_BYTES; i++) {
		const enum state next = next_state(state, text[i]);
		if (next != state) counts[state]++;
		state = next;
	}
	u32 sum = 0;
	for (size_t i = 0; i < STATES; i++) sum = sum * 31 + counts[i];
	return sum;
}

static u32 count_queens(u32 all, u32 columns, u32 left, u32 right) {
	if (columns == all) return 1;
	u32 solutions = 0;
	for (u32 free = all & ~(columns | left | right); free != 0; free &= free - 1) {
		const u32 place = free & (0u - free);
		solutions += count_queens(all, columns | place, (left | place) << 1, (right | place) >> 1);
	}
	return solutions;
}

NOINLINE u32 work_branch(u8 *memory, u32 seed) {
	i32 *numbers = (i32 *)memory;
	u32 sum = seed;
	shell_sort(numbers);
	for (size_t i = 0; i < NUMBERS; i++) {
		if (i > 0 && numbers[i - 1] > numbers[i]) return WRONG_ORDER;
		sum = rotate_left(sum, 3) ^ (u32)numbers[i];
	}
	u32 board = 0xff;
	OPAQUE(board);
	const u32 solutions = count_queens(board, 0, 0, 0);
	if (solutions != QUEENS_OF_8) return WRONG_QUEENS;
	return sum + count_tokens(memory + NUMBERS * 4) * 7 + solutions;
}
