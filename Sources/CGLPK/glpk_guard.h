/* What the C files of this target share; the only place that includes GLPK. */
#ifndef GLPK_GUARD_H
#define GLPK_GUARD_H
#ifdef GLPK

#include <glpk.h>
#include <setjmp.h>

#include "CGLPK.h"

enum jump { JUMP_FATAL = 1, JUMP_STOPPED = 2 };

/* One thread's guard: where a fatal error returns to, and what GLPK said. */
typedef struct {
  jmp_buf landing;
  /* Counts the GLPK environments of this thread; a session of an older one is
   * dead, its memory gone. */
  unsigned generation;
  /* The last two pieces of output: a fatal error prints its cause and then
   * its place. */
  char previous[256];
  char last[256];
  /* Asked whenever GLPK prints; non-zero ends the call by JUMP_STOPPED. */
  int (*stop)(void *context);
  void *stop_context;
} cglpk_guard;

extern _Thread_local cglpk_guard guard;

struct cglpk_session {
  glp_prob *program;
  cglpk_guard *home;
  unsigned generation;
  /* GLPK's arrays count from 1; these are copied into. */
  int *indices;
  double *values;
  size_t capacity;
  char message[560];
};

/* CGLPK_OK, or why the session can't be used here and now. */
int guard_check(const cglpk_session *session);
/* Turns GLPK's output and errors to the guard. */
void guard_arm(void);
/* Gives back the environment after a jump and keeps the message. */
int guard_break(cglpk_session *session);

/* Starts a guarded stretch. A fatal error within it returns CGLPK_FATAL from
 * the function this stands in, so what is written after it must not be read
 * on that way out. */
#define GUARD(session)                                          \
  do {                                                          \
    int check_ = guard_check(session);                          \
    if (check_ != CGLPK_OK) return check_;                      \
    guard_arm();                                                \
    if (setjmp(guard.landing) != 0) return guard_break(session); \
  } while (0)

double guard_now(void);
/* Milliseconds for GLPK: at least 1, never beyond what an int holds. */
int guard_milliseconds(double seconds);

#endif
#endif
