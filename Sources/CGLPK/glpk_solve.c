#ifdef GLPK

#include <limits.h>
#include <math.h>
#include <string.h>

#include "glpk_guard.h"

/* A simplex run is cut into slices, since GLPK asks nobody while it runs; a
 * run goes on from the basis of the slice before. Short first, so that a stop
 * is noticed soon; longer later, since each slice factorises anew. */
static const double first_slice = 0.25, longest_slice = 1.0;

static void describe(glp_prob *program, cglpk_simplex_result *result, int64_t before) {
  result->primal_feasible = glp_get_prim_stat(program) == GLP_FEAS;
  result->dual_feasible = glp_get_dual_stat(program) == GLP_FEAS;
  result->iterations = glp_get_it_cnt(program) - before;
}

static int end_of_status(int status) {
  switch (status) {
    case GLP_OPT: return CGLPK_OPTIMAL;
    case GLP_NOFEAS: return CGLPK_INFEASIBLE;
    case GLP_UNBND: return CGLPK_UNBOUNDED;
    default: return CGLPK_GAVE_UP;
  }
}

/* Within a guarded stretch. */
static void run_simplex(glp_prob *program, int method, double deadline, int64_t iterations,
                        cglpk_poll poll, void *context, cglpk_simplex_result *result) {
  const cglpk_progress nothing = {NAN, NAN, 0};
  int64_t before = glp_get_it_cnt(program);
  double slice = first_slice;
  int repaired = 0;
  for (;;) {
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.meth = method == CGLPK_PRIMAL ? GLP_PRIMAL : GLP_DUALP;
    double left = deadline - guard_now();
    int64_t iterations_left = iterations - (glp_get_it_cnt(program) - before);
    if (poll != NULL && poll(context, &nothing)) {
      result->end = CGLPK_STOPPED;
      break;
    }
    if (left <= 0) {
      result->end = CGLPK_TIME_LIMIT;
      break;
    }
    if (iterations >= 0) {
      if (iterations_left <= 0) {
        result->end = CGLPK_ITERATION_LIMIT;
        break;
      }
      options.it_lim = iterations_left < INT_MAX ? (int)iterations_left : INT_MAX;
    }
    options.tm_lim = guard_milliseconds(left < slice ? left : slice);
    slice = fmin(2 * slice, longest_slice);

    int code = glp_simplex(program, &options);
    if (code == GLP_ETMLIM || code == GLP_EITLIM) continue;
    if (code == 0) {
      result->end = end_of_status(glp_get_status(program));
      if (result->end != CGLPK_GAVE_UP) break;
      if (method == CGLPK_DUAL) {
        /* No prices fit, so the program is unbounded or infeasible; the primal
         * method knows which. */
        method = CGLPK_PRIMAL;
        continue;
      }
    }
    /* A basis that can't be used, or numbers that went astray: start once more
     * from a basis made of the program alone. */
    if (repaired) {
      result->end = CGLPK_GAVE_UP;
      result->code = code;
      break;
    }
    repaired = 1;
    glp_adv_basis(program, 0);
  }
  describe(program, result, before);
}

int cglpk_simplex(cglpk_session *session, int method, double seconds, int64_t iterations,
                  cglpk_poll poll, void *context, cglpk_simplex_result *result) {
  memset(result, 0, sizeof *result);
  GUARD(session);
  run_simplex(session->program, method, guard_now() + seconds, iterations, poll, context, result);
  return CGLPK_OK;
}

/* How long after its deadline a search may still wind itself up in order,
 * before the next thing GLPK prints ends it. */
static const double grace = 0.25;

/* A running search; lives in cglpk_search's frame. */
typedef struct {
  const cglpk_search_options *options;
  cglpk_poll poll;
  void *context;
  double *point;
  double deadline;
  cglpk_progress progress;
  int has_point;
  int start_given;
  /* Why the callback ended the search; -1 while it runs. */
  int end;
} search;

/* Whether the search must end; then `end` says why. */
static int must_end(search *state) {
  if (state->poll != NULL && state->poll(state->context, &state->progress)) {
    state->end = CGLPK_STOPPED;
    return 1;
  }
  if (guard_now() > state->deadline) {
    state->end = CGLPK_TIME_LIMIT;
    return 1;
  }
  int64_t limit = state->options->node_limit;
  if (limit >= 0 && state->progress.node_count > limit) {
    state->end = CGLPK_NODE_LIMIT;
    return 1;
  }
  return 0;
}

/* Asked when GLPK prints: jumps out only after the grace, since until then the
 * orderly way out may be taken. */
static int must_jump(void *info) {
  search *state = info;
  if (state->poll != NULL && state->poll(state->context, &state->progress)) {
    state->end = CGLPK_STOPPED;
    return 1;
  }
  if (guard_now() > state->deadline + grace) {
    state->end = CGLPK_TIME_LIMIT;
    return 1;
  }
  return 0;
}

/* Keeps a better point as soon as it is there, whoever found it. */
static void keep_point(search *state, glp_prob *program) {
  if (glp_mip_status(program) != GLP_FEAS && glp_mip_status(program) != GLP_OPT) return;
  double objective = glp_mip_obj_val(program);
  if (state->has_point && !(objective < state->progress.incumbent)) return;
  int columns = glp_get_num_cols(program);
  for (int j = 1; j <= columns; j++) state->point[j - 1] = glp_mip_col_val(program, j);
  state->has_point = 1;
  state->progress.incumbent = objective;
}

/* The best bound of the open nodes; it can only rise. */
static void keep_bound(search *state, glp_tree *tree) {
  int best = glp_ios_best_node(tree);
  if (best == 0) return;
  double bound = glp_ios_node_bound(tree, best);
  if (bound > -1e300 && bound < 1e300 && !(bound <= state->progress.bound))
    state->progress.bound = bound;
}

static void on_search(glp_tree *tree, void *info) {
  search *state = info;
  glp_prob *program = glp_ios_get_prob(tree);
  int reason = glp_ios_reason(tree);
  if (reason == GLP_ISELECT) state->progress.node_count++;
  if (reason == GLP_IHEUR && !state->start_given && state->options->start != NULL) {
    state->start_given = 1;
    glp_ios_heur_sol(tree, state->options->start);
  }
  keep_point(state, program);
  keep_bound(state, tree);
  if (must_end(state)) glp_ios_terminate(tree);
}

static int branching_of(int branching) {
  switch (branching) {
    case CGLPK_BRANCH_FIRST: return GLP_BR_FFV;
    case CGLPK_BRANCH_MOST_FRACTIONAL: return GLP_BR_MFV;
    case CGLPK_BRANCH_PSEUDOCOST: return GLP_BR_PCH;
    default: return GLP_BR_DTH;
  }
}

static int on_off(int flag) { return flag ? GLP_ON : GLP_OFF; }

static void translate(const cglpk_search_options *options, search *state, glp_iocp *parameters) {
  glp_init_iocp(parameters);
  /* Prints, so that the hook is asked while GLPK is deep in a heuristic. */
  parameters->msg_lev = GLP_MSG_ALL;
  parameters->out_frq = 50;
  parameters->out_dly = 0;
  parameters->tm_lim = guard_milliseconds(state->deadline - guard_now());
  /* A hundredth of GLPK's own: a large coefficient would make a broken row of
   * the rest when it is rounded away. */
  parameters->tol_int = 1e-7;
  parameters->ps_tm_lim = parameters->tm_lim / 4 + 1;
  parameters->br_tech = branching_of(options->branching);
  parameters->mip_gap = options->relative_gap > 0 ? options->relative_gap : 0;
  parameters->gmi_cuts = on_off(options->gomory_cuts);
  parameters->mir_cuts = on_off(options->mixed_rounding_cuts);
  parameters->cov_cuts = on_off(options->cover_cuts);
  parameters->clq_cuts = on_off(options->clique_cuts);
  parameters->fp_heur = on_off(options->feasibility_pump);
  parameters->ps_heur = on_off(options->proximity_search);
  parameters->sr_heur = on_off(options->simple_rounding);
  parameters->cb_func = on_search;
  parameters->cb_info = state;
}

static int end_of_code(int code, int status, const search *state) {
  switch (code) {
    case 0:
      if (status == GLP_OPT) return CGLPK_OPTIMAL;
      return status == GLP_NOFEAS ? CGLPK_INFEASIBLE : CGLPK_GAVE_UP;
    case GLP_EMIPGAP: return CGLPK_GAP_REACHED;
    case GLP_ETMLIM: return CGLPK_TIME_LIMIT;
    case GLP_ESTOP: return state->end >= 0 ? state->end : CGLPK_STOPPED;
    default: return CGLPK_GAVE_UP;
  }
}

/* Within a guarded stretch. */
static void run_search(glp_prob *program, search *state, cglpk_search_result *result) {
  cglpk_simplex_result relaxation;
  memset(&relaxation, 0, sizeof relaxation);
  run_simplex(program, CGLPK_PRIMAL, state->deadline, -1, state->poll, state->context,
              &relaxation);
  result->iterations = relaxation.iterations;
  result->end = relaxation.end;
  result->code = relaxation.code;
  if (relaxation.end != CGLPK_OPTIMAL) return;
  state->progress.bound = glp_get_obj_val(program);

  glp_iocp parameters;
  translate(state->options, state, &parameters);
  guard.stop_context = state;
  guard.stop = must_jump;
  int code = glp_intopt(program, &parameters);
  guard.stop = NULL;
  keep_point(state, program);
  result->code = code;
  result->end = end_of_code(code, glp_mip_status(program), state);
  result->iterations = glp_get_it_cnt(program);
  /* GLPK may have seen the gap closed by a bound that no callback saw. */
  if (code == GLP_EMIPGAP && state->has_point) {
    double best = state->progress.incumbent;
    double proven = best - parameters.mip_gap * fabs(best);
    if (!(state->progress.bound >= proven)) state->progress.bound = proven;
  }
}

/* `state` is the caller's, so that a jump that lands here finds it as it was. */
static int guarded_search(cglpk_session *session, search *state, cglpk_search_result *result) {
  int check = guard_check(session);
  if (check != CGLPK_OK) return check;
  guard_arm();
  int jump = setjmp(guard.landing);
  if (jump == 0) {
    run_search(session->program, state, result);
    return CGLPK_OK;
  }
  if (jump == JUMP_FATAL) return guard_break(session);
  /* Stopped from within: GLPK's program is half changed, so it goes with the
   * environment; what was found so far is the caller's already. */
  result->end = state->end;
  session->program = NULL;
  cglpk_end_thread();
  return CGLPK_OK;
}

int cglpk_search(cglpk_session *session, const cglpk_search_options *options, cglpk_poll poll,
                 void *context, double *point, cglpk_search_result *result) {
  search state = {.options = options, .poll = poll, .context = context, .point = point,
                  .deadline = guard_now() + options->seconds,
                  .progress = {NAN, NAN, 0}, .end = -1};
  memset(result, 0, sizeof *result);
  int code = guarded_search(session, &state, result);
  result->has_point = state.has_point;
  result->bound = state.progress.bound;
  result->nodes = state.progress.node_count;
  return code;
}

#endif
