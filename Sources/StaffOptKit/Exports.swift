// Whoever imports StaffOptKit sees the values it speaks of.
@_exported public import CivilTime
@_exported public import LinearModel
@_exported public import PlanFiles
@_exported public import Reports
@_exported public import RosterSolvers
@_exported public import Rostering
@_exported public import ShiftDesign
@_exported public import Simulation
@_exported public import Workload
