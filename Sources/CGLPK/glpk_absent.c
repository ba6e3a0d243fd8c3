/* The same functions without the library. */
#ifndef GLPK

#include "CGLPK.h"

#define ABSENT \
  { return CGLPK_NOT_COMPILED_IN; }

int cglpk_is_compiled_in(void) { return 0; }
const char *cglpk_version(void) { return ""; }
cglpk_session *cglpk_create(void) { return NULL; }
void cglpk_destroy(cglpk_session *session) { (void)session; }
void cglpk_end_thread(void) {}
const char *cglpk_message(const cglpk_session *session) { return (void)session, ""; }
int cglpk_add_rows(cglpk_session *s, int c, const double *l, const double *u, const ptrdiff_t *b,
                   const int32_t *i, const double *v) ABSENT
int cglpk_add_columns(cglpk_session *s, int c, const double *l, const double *u, const double *k,
                      const ptrdiff_t *b, const int32_t *i, const double *v) ABSENT
int cglpk_delete_rows(cglpk_session *s, int c, const int32_t *p) ABSENT
int cglpk_delete_columns(cglpk_session *s, int c, const int32_t *p) ABSENT
int cglpk_set_row_bounds(cglpk_session *s, int r, double l, double u) ABSENT
int cglpk_set_column_bounds(cglpk_session *s, int c, double l, double u) ABSENT
int cglpk_set_cost(cglpk_session *s, int c, double k) ABSENT
int cglpk_set_integer(cglpk_session *s, int c) ABSENT
int cglpk_prepare(cglpk_session *s) ABSENT
int cglpk_simplex(cglpk_session *s, int m, double t, int64_t i, cglpk_poll p, void *c,
                  cglpk_simplex_result *r) ABSENT
int cglpk_get_objective(cglpk_session *s, double *o) ABSENT
int cglpk_get_vector(cglpk_session *s, int w, double *v) ABSENT
int cglpk_get_row_statuses(cglpk_session *s, uint8_t *v) ABSENT
int cglpk_get_column_statuses(cglpk_session *s, uint8_t *v) ABSENT
int cglpk_search(cglpk_session *s, const cglpk_search_options *o, cglpk_poll p, void *c,
                 double *x, cglpk_search_result *r) ABSENT

#endif
