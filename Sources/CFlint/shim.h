// FLINT 2 (Debian 12) keeps Arb and Calcium in libraries and headers of their own; FLINT 3 has them all under flint/.
#pragma once
#include <stdio.h>
#include <gmp.h>
#include <mpfr.h>
#include <flint/flint.h>
#include <flint/ulong_extras.h>
#include <flint/fmpz.h>
#include <flint/fmpz_factor.h>
#include <flint/fmpq.h>
#include <flint/fmpz_mat.h>
#include <flint/fmpz_lll.h>
#include <flint/fmpq_mat.h>
#include <flint/fmpz_poly.h>
#include <flint/fmpz_poly_factor.h>
#include <flint/fmpq_poly.h>
#include <flint/arith.h>
#if __has_include(<flint/arb.h>)
#include <flint/arf.h>
#include <flint/arb.h>
#include <flint/arb_poly.h>
#include <flint/arb_mat.h>
#include <flint/arb_calc.h>
#include <flint/arb_hypgeom.h>
#include <flint/arb_fmpz_poly.h>
#include <flint/acb.h>
#include <flint/acb_poly.h>
#include <flint/acb_mat.h>
#include <flint/acb_calc.h>
#include <flint/acb_hypgeom.h>
#include <flint/acb_elliptic.h>
#include <flint/acb_modular.h>
#include <flint/acb_dirichlet.h>
#include <flint/bernoulli.h>
#include <flint/partitions.h>
#include <flint/hypgeom.h>
#include <flint/fexpr.h>
#include <flint/fexpr_builtin.h>
#include <flint/qqbar.h>
#include <flint/ca.h>
#include <flint/ca_ext.h>
#include <flint/ca_field.h>
#else
#include <arf.h>
#include <arb.h>
#include <arb_poly.h>
#include <arb_mat.h>
#include <arb_calc.h>
#include <arb_hypgeom.h>
#include <arb_fmpz_poly.h>
#include <acb.h>
#include <acb_poly.h>
#include <acb_mat.h>
#include <acb_calc.h>
#include <acb_hypgeom.h>
#include <acb_elliptic.h>
#include <acb_modular.h>
#include <acb_dirichlet.h>
#include <bernoulli.h>
#include <partitions.h>
#include <hypgeom.h>
#include <calcium/fexpr.h>
#include <calcium/fexpr_builtin.h>
#include <calcium/qqbar.h>
#include <calcium/ca.h>
#include <calcium/ca_ext.h>
#include <calcium/ca_field.h>
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

// Where an entry stands: macros over members that FLINT 3 changed.
static inline const fmpz * fmpz_matrix_entry(const fmpz_mat_t matrix, slong row, slong column) {
    return fmpz_mat_entry(matrix, row, column);
}

static inline acb_ptr acb_matrix_entry(const acb_mat_t matrix, slong row, slong column) {
    return acb_mat_entry(matrix, row, column);
}

// What Calcium keeps of an element, for keeping it small: -1 for what is no number (undefined, infinite, unknown).
static inline slong ca_generator_count(const ca_t x, ca_ctx_t ctx) {
    if (CA_IS_SPECIAL(x)) return -1;
    return CA_FIELD_LENGTH(CA_FIELD(x, ctx));
}

static inline const void * ca_generator(const ca_t x, slong index, ca_ctx_t ctx) {
    return CA_FIELD_EXT_ELEM(CA_FIELD(x, ctx), index);
}

static inline slong ca_term_count(const ca_t x, ca_ctx_t ctx) {
    if (CA_IS_SPECIAL(x)) return -1;
    if (CA_IS_QQ(x, ctx)) return 1;
    if (CA_FIELD_IS_NF(CA_FIELD(x, ctx))) return qqbar_degree(CA_FIELD_NF_QQBAR(CA_FIELD(x, ctx)));
    return fmpz_mpoly_q_numref(CA_MPOLY_Q(x))->length + fmpz_mpoly_q_denref(CA_MPOLY_Q(x))->length;
}

static inline int ca_is_undefined_or_infinite(const ca_t x) {
    return CA_IS_UNDEFINED(x) || CA_IS_INF(x);
}

static inline int qqbar_formula(fexpr_t result, const qqbar_t value) {
    return qqbar_get_fexpr_formula(result, value, QQBAR_FORMULA_ALL);
}

static inline void ca_limit_work(ca_ctx_t ctx) {
    ctx->options[CA_OPT_QQBAR_DEG_LIMIT] = 32;
    ctx->options[CA_OPT_PREC_LIMIT] = 2048;
    ctx->options[CA_OPT_POW_LIMIT] = 16;
}

// FLINT 3 says on standard output why it ends the process, when there may be no memory left for a buffer. GMP says it
// too, unless another library has taken its place where memory is asked for: GnuTLS does, which Debian 13's librdkafka
// brings along, and ends the process without a word.
static inline void flint_speak(void) {
    setvbuf(stdout, NULL, _IONBF, 0);
    mp_set_memory_functions(NULL, NULL, NULL);
}
