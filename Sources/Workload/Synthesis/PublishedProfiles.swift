/// Profiles of real customer service, to shape invented logs.
///
/// Computed from published data; only these aggregates are part of the
/// project.
public enum PublishedProfiles {
  /// Calls of each hour at a bank's call centre, per thousand of an ordinary
  /// workday, January to July 1999 (I. Guedj and A. Mandelbaum, "Anonymous
  /// Bank call-center data", Technion 2000; analysed in Brown et al.,
  /// "Statistical analysis of a telephone call center", JASA 100, 2005).
  public static let bankCallHours: [Double] = [
    3.1, 1.4, 0.6, 0.3, 0.3, 0.7, 3.8, 25.1, 58.0, 73.2, 85.5, 75.2, 68.8, 74.5, 78.7, 77.8, 80.4,
    65.0, 52.3, 40.7, 36.9, 37.1, 33.8, 26.9,
  ]

  /// Mean of the bank's service times in seconds.
  public static let bankMeanServiceSeconds = 187.0
  /// Median of the bank's service times in seconds.
  public static let bankMedianServiceSeconds = 113.0

  /// Tickets opened in each hour at an IT service desk, per thousand of a
  /// working day, March to May 2016 (University of Sao Paulo, "Incident
  /// management process enriched event log", UCI Machine Learning Repository
  /// no. 498).
  public static let serviceDeskHours: [Double] = [
    8.6, 7.3, 4.9, 4.1, 4.2, 4.3, 11.0, 22.3, 103.6, 124.6, 117.4, 101.7, 54.6, 67.4, 92.3, 87.4,
    76.2, 43.4, 17.7, 10.8, 8.4, 13.9, 8.5, 5.3,
  ]

  /// The service desk's weekday factors, Monday first.
  public static let serviceDeskWeekdays: [Double] = [1.63, 1.40, 1.38, 1.16, 1.09, 0.18, 0.16]
}
