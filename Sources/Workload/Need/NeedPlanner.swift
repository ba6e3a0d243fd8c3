/// Turns a forecast into agents wanted per interval and skill.
public struct NeedPlanner: Sendable {
}
