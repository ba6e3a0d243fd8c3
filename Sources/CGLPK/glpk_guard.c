#ifdef GLPK

#include "glpk_guard.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

_Thread_local cglpk_guard guard;

int cglpk_is_compiled_in(void) { return 1; }
const char *cglpk_version(void) { return glp_version(); }

double guard_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int guard_milliseconds(double seconds) {
  double milliseconds = ceil(seconds * 1000);
  if (!(milliseconds < (double)INT_MAX)) return INT_MAX;
  return milliseconds < 1 ? 1 : (int)milliseconds;
}

static int on_output(void *info, const char *text) {
  (void)info;
  memcpy(guard.previous, guard.last, sizeof guard.last);
  snprintf(guard.last, sizeof guard.last, "%s", text);
  if (guard.stop != NULL && guard.stop(guard.stop_context)) {
    guard.stop = NULL;
    longjmp(guard.landing, JUMP_STOPPED);
  }
  return 1;
}

static void on_error(void *info) {
  (void)info;
  guard.stop = NULL;
  longjmp(guard.landing, JUMP_FATAL);
}

void guard_arm(void) {
  guard.stop = NULL;
  guard.previous[0] = guard.last[0] = 0;
  /* Output stays on: the hook swallows all of it, and a fatal error would turn
   * it on anyway. */
  glp_term_hook(on_output, NULL);
  glp_term_out(GLP_ON);
  glp_error_hook(on_error, NULL);
}

int guard_check(const cglpk_session *session) {
  if (session->home != &guard) return CGLPK_WRONG_THREAD;
  if (session->program == NULL || session->generation != guard.generation) return CGLPK_DEAD;
  return CGLPK_OK;
}

int guard_break(cglpk_session *session) {
  snprintf(session->message, sizeof session->message, "%s%s", guard.previous, guard.last);
  for (char *c = session->message; *c != 0; c++)
    if (*c == '\n') *c = c[1] == 0 ? 0 : ' ';
  session->program = NULL;
  cglpk_end_thread();
  return CGLPK_FATAL;
}

void cglpk_end_thread(void) {
  guard.generation++;
  glp_free_env();
}

cglpk_session *cglpk_create(void) {
  cglpk_session *session = calloc(1, sizeof *session);
  if (session == NULL) return NULL;
  session->home = &guard;
  session->generation = guard.generation;
  guard_arm();
  if (setjmp(guard.landing) != 0) {
    guard_break(session);
    free(session);
    return NULL;
  }
  session->program = glp_create_prob();
  glp_set_obj_dir(session->program, GLP_MIN);
  return session;
}

static int delete_program(cglpk_session *session) {
  GUARD(session);
  glp_delete_prob(session->program);
  session->program = NULL;
  return CGLPK_OK;
}

void cglpk_destroy(cglpk_session *session) {
  if (session == NULL) return;
  delete_program(session);
  free(session->indices);
  free(session->values);
  free(session);
}

const char *cglpk_message(const cglpk_session *session) { return session->message; }

/* Room for `count` entries at 1 ... count. */
static int reserve(cglpk_session *session, size_t count) {
  if (count < session->capacity) return 1;
  size_t capacity = count + count / 2 + 64;
  int *indices = realloc(session->indices, capacity * sizeof *indices);
  if (indices == NULL) return 0;
  session->indices = indices;
  double *values = realloc(session->values, capacity * sizeof *values);
  if (values == NULL) return 0;
  session->values = values;
  session->capacity = capacity;
  return 1;
}

static int bound_type(double lower, double upper) {
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  if (isinf(upper)) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

/* Room for the longest of `count` vectors. */
static int reserve_longest(cglpk_session *session, int count, const ptrdiff_t *starts) {
  ptrdiff_t longest = 0;
  for (int k = 0; k < count; k++)
    if (starts[k + 1] - starts[k] > longest) longest = starts[k + 1] - starts[k];
  return longest < INT_MAX && reserve(session, (size_t)longest);
}

/* Copies one vector to 1 ... length. */
static int fill(cglpk_session *session, ptrdiff_t start, ptrdiff_t end, const int32_t *indices,
                const double *values) {
  int length = (int)(end - start);
  for (int k = 0; k < length; k++) {
    session->indices[k + 1] = indices[start + k] + 1;
    session->values[k + 1] = values[start + k];
  }
  return length;
}

int cglpk_add_rows(cglpk_session *session, int count, const double *lower, const double *upper,
                   const ptrdiff_t *starts, const int32_t *indices, const double *values) {
  if (count == 0) return guard_check(session);
  if (!reserve_longest(session, count, starts)) return CGLPK_OUT_OF_MEMORY;
  GUARD(session);
  int first = glp_add_rows(session->program, count);
  for (int k = 0; k < count; k++) {
    glp_set_row_bnds(session->program, first + k, bound_type(lower[k], upper[k]), lower[k],
                     upper[k]);
    int length = fill(session, starts[k], starts[k + 1], indices, values);
    if (length > 0)
      glp_set_mat_row(session->program, first + k, length, session->indices, session->values);
  }
  return CGLPK_OK;
}

int cglpk_add_columns(cglpk_session *session, int count, const double *lower,
                      const double *upper, const double *costs, const ptrdiff_t *starts,
                      const int32_t *indices, const double *values) {
  if (count == 0) return guard_check(session);
  if (!reserve_longest(session, count, starts)) return CGLPK_OUT_OF_MEMORY;
  GUARD(session);
  int first = glp_add_cols(session->program, count);
  for (int k = 0; k < count; k++) {
    glp_set_col_bnds(session->program, first + k, bound_type(lower[k], upper[k]), lower[k],
                     upper[k]);
    glp_set_obj_coef(session->program, first + k, costs[k]);
    int length = fill(session, starts[k], starts[k + 1], indices, values);
    if (length > 0)
      glp_set_mat_col(session->program, first + k, length, session->indices, session->values);
  }
  return CGLPK_OK;
}

int cglpk_delete_rows(cglpk_session *session, int count, const int32_t *positions) {
  if (count == 0) return guard_check(session);
  if (!reserve(session, (size_t)count)) return CGLPK_OUT_OF_MEMORY;
  GUARD(session);
  for (int k = 0; k < count; k++) session->indices[k + 1] = positions[k] + 1;
  glp_del_rows(session->program, count, session->indices);
  return CGLPK_OK;
}

int cglpk_delete_columns(cglpk_session *session, int count, const int32_t *positions) {
  if (count == 0) return guard_check(session);
  if (!reserve(session, (size_t)count)) return CGLPK_OUT_OF_MEMORY;
  GUARD(session);
  for (int k = 0; k < count; k++) session->indices[k + 1] = positions[k] + 1;
  glp_del_cols(session->program, count, session->indices);
  return CGLPK_OK;
}

int cglpk_set_row_bounds(cglpk_session *session, int row, double lower, double upper) {
  GUARD(session);
  glp_set_row_bnds(session->program, row + 1, bound_type(lower, upper), lower, upper);
  return CGLPK_OK;
}

int cglpk_set_column_bounds(cglpk_session *session, int column, double lower, double upper) {
  GUARD(session);
  glp_set_col_bnds(session->program, column + 1, bound_type(lower, upper), lower, upper);
  return CGLPK_OK;
}

int cglpk_set_cost(cglpk_session *session, int column, double cost) {
  GUARD(session);
  glp_set_obj_coef(session->program, column + 1, cost);
  return CGLPK_OK;
}

int cglpk_set_integer(cglpk_session *session, int column) {
  GUARD(session);
  glp_set_col_kind(session->program, column + 1, GLP_IV);
  return CGLPK_OK;
}

int cglpk_prepare(cglpk_session *session) {
  GUARD(session);
  glp_scale_prob(session->program, GLP_SF_AUTO);
  glp_adv_basis(session->program, 0);
  return CGLPK_OK;
}

int cglpk_get_objective(cglpk_session *session, double *objective) {
  GUARD(session);
  *objective = glp_get_obj_val(session->program);
  return CGLPK_OK;
}

int cglpk_get_vector(cglpk_session *session, int which, double *values) {
  GUARD(session);
  glp_prob *program = session->program;
  int columns = glp_get_num_cols(program), rows = glp_get_num_rows(program);
  switch (which) {
    case CGLPK_COLUMN_VALUES:
      for (int j = 1; j <= columns; j++) values[j - 1] = glp_get_col_prim(program, j);
      break;
    case CGLPK_REDUCED_COSTS:
      for (int j = 1; j <= columns; j++) values[j - 1] = glp_get_col_dual(program, j);
      break;
    case CGLPK_ROW_ACTIVITIES:
      for (int i = 1; i <= rows; i++) values[i - 1] = glp_get_row_prim(program, i);
      break;
    default:
      for (int i = 1; i <= rows; i++) values[i - 1] = glp_get_row_dual(program, i);
  }
  return CGLPK_OK;
}

static uint8_t basis_status(int status) {
  switch (status) {
    case GLP_BS: return CGLPK_BASIC;
    case GLP_NL: return CGLPK_AT_LOWER;
    case GLP_NU: return CGLPK_AT_UPPER;
    case GLP_NF: return CGLPK_FREE;
    default: return CGLPK_FIXED;
  }
}

int cglpk_get_row_statuses(cglpk_session *session, uint8_t *statuses) {
  GUARD(session);
  int rows = glp_get_num_rows(session->program);
  for (int i = 1; i <= rows; i++)
    statuses[i - 1] = basis_status(glp_get_row_stat(session->program, i));
  return CGLPK_OK;
}

int cglpk_get_column_statuses(cglpk_session *session, uint8_t *statuses) {
  GUARD(session);
  int columns = glp_get_num_cols(session->program);
  for (int j = 1; j <= columns; j++)
    statuses[j - 1] = basis_status(glp_get_col_stat(session->program, j));
  return CGLPK_OK;
}

#endif
