// FLINT 2 (Debian 12) keeps Arb in a library and headers of its own; FLINT 3 has them all under flint/.
#pragma once
#include <gmp.h>
#include <mpfr.h>
#include <flint/flint.h>
#include <flint/ulong_extras.h>
#include <flint/fmpz.h>
#include <flint/fmpz_factor.h>
#include <flint/fmpq.h>
#include <flint/arith.h>
#if __has_include(<flint/arb.h>)
#include <flint/arf.h>
#include <flint/arb.h>
#include <flint/acb.h>
#else
#include <arf.h>
#include <arb.h>
#include <acb.h>
#endif

// Macros that Swift does not import and names that FLINT 3 changed, the same for both.
static const slong arf_exact_precision = ARF_PREC_EXACT;

static inline void flint_random_begin(flint_rand_t state) {
#if __FLINT_RELEASE >= 30200
    flint_rand_init(state);
#else
    flint_randinit(state);
#endif
}

static inline void flint_random_end(flint_rand_t state) {
#if __FLINT_RELEASE >= 30200
    flint_rand_clear(state);
#else
    flint_randclear(state);
#endif
}

static inline int arf_floor_to_integer(fmpz_t result, const arf_t value) {
    return arf_get_fmpz(result, value, ARF_RND_FLOOR);
}

static inline int arf_round_to_integer(fmpz_t result, const arf_t value) {
    return arf_get_fmpz(result, value, ARF_RND_NEAR);
}

static inline double arf_nearest_double(const arf_t value) {
    return arf_get_d(value, ARF_RND_NEAR);
}
