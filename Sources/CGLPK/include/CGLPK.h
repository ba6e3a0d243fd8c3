/* Guarded entry points over GLPK.
 *
 * GLPK ends the process when it is misused. Every function here catches that,
 * returns CGLPK_FATAL and keeps GLPK's words; the thread's GLPK memory is then
 * given back and every session of that thread is dead. The long jump crosses
 * C frames only: no function here is called from within GLPK while a frame of
 * another language lies between.
 *
 * GLPK's state belongs to a thread. A session is made, used and destroyed on
 * one thread, which calls cglpk_end_thread() as its last act.
 *
 * Positions count from 0. Lower bounds may be -INFINITY and upper bounds
 * INFINITY. All arrays belong to the caller and are used only until the call
 * returns. Without GLPK compiled in, all functions return
 * CGLPK_NOT_COMPILED_IN, and cglpk_create NULL. */
#ifndef CGLPK_H
#define CGLPK_H

#include <stddef.h>
#include <stdint.h>

typedef struct cglpk_session cglpk_session;

enum cglpk_code {
  CGLPK_OK = 0,
  /* GLPK broke down; see cglpk_message. The session is dead. */
  CGLPK_FATAL = 1,
  /* The session died in an earlier call, of itself or of another one. */
  CGLPK_DEAD = 2,
  /* The session belongs to another thread. */
  CGLPK_WRONG_THREAD = 3,
  CGLPK_OUT_OF_MEMORY = 4,
  CGLPK_NOT_COMPILED_IN = 5
};

int cglpk_is_compiled_in(void);
/* The library's version, such as "5.0"; empty if it is not compiled in. */
const char *cglpk_version(void);

/* A session with an empty program that minimises; NULL if there is no memory. */
cglpk_session *cglpk_create(void);
/* Takes NULL, and a session in any state on its own thread. */
void cglpk_destroy(cglpk_session *session);
/* Gives back what GLPK holds for this thread. */
void cglpk_end_thread(void);
/* GLPK's words of the last CGLPK_FATAL; lives as long as the session. */
const char *cglpk_message(const cglpk_session *session);

/* Adds rows; row k has the entries starts[k] ..< starts[k + 1] of indices
 * (columns) and values. */
int cglpk_add_rows(cglpk_session *session, int count, const double *lower, const double *upper,
                   const ptrdiff_t *starts, const int32_t *indices, const double *values);
/* Adds columns; an index is a row. */
int cglpk_add_columns(cglpk_session *session, int count, const double *lower,
                      const double *upper, const double *costs, const ptrdiff_t *starts,
                      const int32_t *indices, const double *values);
/* Deletes those at the positions, none of them twice. */
int cglpk_delete_rows(cglpk_session *session, int count, const int32_t *positions);
int cglpk_delete_columns(cglpk_session *session, int count, const int32_t *positions);
int cglpk_set_row_bounds(cglpk_session *session, int row, double lower, double upper);
int cglpk_set_column_bounds(cglpk_session *session, int column, double lower, double upper);
int cglpk_set_cost(cglpk_session *session, int column, double cost);
/* Makes a column take whole numbers only; its bounds must be whole. */
int cglpk_set_integer(cglpk_session *session, int column);
/* Scales the program and builds a triangular first basis. */
int cglpk_prepare(cglpk_session *session);

typedef struct {
  /* The objective of the best solution so far, and the proven bound so far;
   * NAN for none. */
  double incumbent;
  double bound;
  int64_t node_count;
} cglpk_progress;

/* Is asked now and then on the session's thread; non-zero stops the work. It
 * must not call anything here. `progress` lives until it returns. */
typedef int (*cglpk_poll)(void *context, const cglpk_progress *progress);

enum cglpk_end {
  CGLPK_OPTIMAL = 0,
  CGLPK_INFEASIBLE = 1,
  /* For cglpk_search: the program without whole numbers is unbounded. */
  CGLPK_UNBOUNDED = 2,
  CGLPK_TIME_LIMIT = 3,
  CGLPK_ITERATION_LIMIT = 4,
  CGLPK_NODE_LIMIT = 5,
  CGLPK_GAP_REACHED = 6,
  CGLPK_STOPPED = 7,
  /* GLPK gave up without breaking down; `code` is what it returned. */
  CGLPK_GAVE_UP = 8
};

enum cglpk_method { CGLPK_PRIMAL = 0, CGLPK_DUAL = 1 };

typedef struct {
  int end;
  int code;
  int primal_feasible;
  int dual_feasible;
  int64_t iterations;
} cglpk_simplex_result;

/* Runs the simplex method from the present basis. `seconds` INFINITY and
 * `iterations` negative mean no limit. */
int cglpk_simplex(cglpk_session *session, int method, double seconds, int64_t iterations,
                  cglpk_poll poll, void *context, cglpk_simplex_result *result);

enum cglpk_vector {
  CGLPK_COLUMN_VALUES = 0,
  CGLPK_REDUCED_COSTS = 1,
  CGLPK_ROW_ACTIVITIES = 2,
  CGLPK_ROW_DUALS = 3
};

int cglpk_get_objective(cglpk_session *session, double *objective);
/* Writes one number a column or row of the last simplex run. */
int cglpk_get_vector(cglpk_session *session, int which, double *values);

enum cglpk_basis {
  CGLPK_BASIC = 0,
  CGLPK_AT_LOWER = 1,
  CGLPK_AT_UPPER = 2,
  CGLPK_FREE = 3,
  CGLPK_FIXED = 4
};

int cglpk_get_row_statuses(cglpk_session *session, uint8_t *statuses);
int cglpk_get_column_statuses(cglpk_session *session, uint8_t *statuses);

enum cglpk_branching {
  CGLPK_BRANCH_FIRST = 0,
  CGLPK_BRANCH_MOST_FRACTIONAL = 1,
  CGLPK_BRANCH_DRIEBECK_TOMLIN = 2,
  CGLPK_BRANCH_PSEUDOCOST = 3
};

typedef struct {
  double seconds;
  double relative_gap;
  /* Negative for no limit. */
  int64_t node_limit;
  int gomory_cuts, mixed_rounding_cuts, cover_cuts, clique_cuts;
  int feasibility_pump, proximity_search, simple_rounding;
  int branching;
  /* A point to start from, or NULL: an unused number, then one a column. */
  const double *start;
} cglpk_search_options;

typedef struct {
  int end;
  int code;
  int has_point;
  /* What is proven; NAN for nothing. */
  double bound;
  int64_t iterations;
  int64_t nodes;
} cglpk_search_result;

/* Solves the relaxation, then searches for the best point with whole numbers.
 * Each better point is written to `point`, one value a column. The session's
 * program is spent afterwards: destroy it. */
int cglpk_search(cglpk_session *session, const cglpk_search_options *options, cglpk_poll poll,
                 void *context, double *point, cglpk_search_result *result);

#endif
