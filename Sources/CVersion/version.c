#include "version.h"

// Swift cannot take a text from outside of its sources; C can, and only this file is compiled again when it changes.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define QUOTED(text) #text
#define TEXT(macro) QUOTED(macro)

static const char number[] = {
#embed "../../VERSION"
    , 0};

#ifdef MATH_COMMIT
static const char commit[] = TEXT(MATH_COMMIT);
#else
static const char commit[] = "";
#endif

const char *math_version_number(void) { return number; }
const char *math_version_commit(void) { return commit; }
