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
