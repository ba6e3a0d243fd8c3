import Foundation

/// The classic queueing formulas for a real-valued number of servers.
///
/// `load` is the offered load in Erlangs (arrival rate times handle time).
/// For whole numbers of servers the functions agree with the textbook
/// recursions; in between they follow the analytic continuation of Erlang B,
/// 1/B(n) = load * integral of exp(-load t) (1 + t)^n dt over t >= 0
/// (Jagers and van Doorn, "On the continued Erlang loss function",
/// Operations Research Letters 5, 1986, doi:10.1016/0167-6377(86)90099-9).
public enum ErlangFormulas {
  /// Erlang B: the share of arrivals that find all servers busy when nobody
  /// may wait.
  ///
  /// - Parameters:
  ///   - load: Erlangs, at least 0.
  ///   - servers: At least 0.
  public static func blocking(load: Double, servers: Double) -> Double {
    guard load > 0 else { return servers > 0 ? 0 : 1 }
    guard servers > 0 else { return 1 }
    return exp(-logSum(0, logIdleRatio(load: load, servers: servers)))
  }

  /// Erlang C: the share of arrivals that wait when everybody does; 1 when
  /// the servers cannot keep up.
  ///
  /// C = 1 / (1 + I (1 - load/servers)) with I = 1/B - 1.
  ///
  /// - Parameters:
  ///   - load: Erlangs, at least 0.
  ///   - servers: At least 0.
  public static func waiting(load: Double, servers: Double) -> Double {
    guard load > 0 else { return servers > 0 ? 0 : 1 }
    guard servers > load else { return 1 }
    let spare = 1 - load / servers
    return exp(-logSum(0, logIdleRatio(load: load, servers: servers) + log(spare)))
  }

  /// log(1/B - 1): the weight of the states with an idle server against the
  /// state with all busy and nobody waiting.
  ///
  /// Integrating the continued Erlang B by parts and with 1 + t = exp(s):
  /// 1/B - 1 = n * integral of exp(n s - load (exp(s) - 1)) ds over s >= 0.
  static func logIdleRatio(load: Double, servers: Double) -> Double {
    let peak = max(0, log(servers / load))
    let integral = LogConcaveIntegral.integral(
      from: 0, to: .infinity, peak: peak, width: 1 / (1 + servers.squareRoot())
    ) { s in servers * s - load * expm1(s) }
    return log(servers) + integral.log
  }
}
