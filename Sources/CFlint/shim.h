// FLINT 2 (Debian 12) keeps Arb in a library and headers of its own; FLINT 3 has them all under flint/.
#pragma once
#include <gmp.h>
#include <mpfr.h>
#include <flint/flint.h>
#include <flint/fmpz.h>
#include <flint/fmpq.h>
#if __has_include(<flint/arb.h>)
#include <flint/arb.h>
#else
#include <arb.h>
#endif
