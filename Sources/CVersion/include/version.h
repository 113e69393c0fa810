#pragma once

/// What the file VERSION says, with its line end.
const char *_Nonnull math_version_number(void);

/// What a release build's MATH_VERSION adds to that: `+1234.gabc1234def`; empty without.
const char *_Nonnull math_version_commit(void);
