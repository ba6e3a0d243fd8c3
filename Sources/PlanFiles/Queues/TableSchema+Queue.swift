extension TableSchema {
  /// Cases for the queueing calculator.
  public static let queueCases = TableSchema(
    file: "cases.csv",
    "cases for staffopt queue --file, one queue a row; empty fields take the options of the "
      + "command. Lengths of time have a unit (180s, 30m, 0.5h); plain numbers are seconds, or "
      + "what the header says (handle_minutes)",
    columns: [
      .init(
        "name", aliases: ["case", "queue", "class", "名称", "名稱", "队列", "隊列"],
        "What the case is called"),
      .init(
        "arrivals",
        aliases: [
          "contacts", "calls", "volume", "arrivals-per-second", "arrivals-per-minute",
          "arrivals-per-hour", "calls-per-hour", "进线量", "進線量", "来电量",
        ], "Contacts that arrive, 0 to 1,000,000,000"),
      .init(
        "per",
        aliases: [
          "interval", "per-seconds", "per-minutes", "interval-minutes", "interval-seconds", "时段",
          "時段",
        ], defaultText: "30m, or what the header of the arrivals says",
        "The time in which they arrive"),
      .init(
        "handle",
        aliases: [
          "handle-time", "aht", "handle-seconds", "handle-minutes", "handle-time-seconds",
          "handle-time-minutes", "aht-seconds", "aht-minutes", "aht-s", "平均处理时长", "平均處理時長",
        ], "The mean handle time of a contact"),
      .init(
        "goal", aliases: ["service-goal", "target", "目标", "目標", "服务目标", "服務目標"],
        defaultText: "80/20s",
        "What customers are promised: 80/20s, 80% in 20s, mean wait 45s, at most 30% wait, at "
          + "most 5% abandon"),
      .init(
        "threshold",
        aliases: ["within", "threshold-seconds", "threshold-minutes", "等待时限", "等待時限"],
        defaultText: "that of the goal, or 20s", "The wait that service levels are counted to"),
      .init(
        "patience",
        aliases: ["patience-seconds", "patience-minutes", "mean-patience", "耐心", "平均耐心"],
        defaultText: "all wait (Erlang C)",
        "The mean time until a waiting customer gives up (Erlang A); 0 loses whoever finds all "
          + "busy (Erlang B)"),
      .init(
        "agents", aliases: ["servers", "heads", "坐席数", "坐席數", "人数", "人數"],
        defaultText: "those the goal needs",
        "Agents serving, also parts of one (9.5): the formulas' continuation to real numbers"),
      .init(
        "concurrency", aliases: ["chats", "并发", "並發"], defaultText: "1",
        "Contacts an agent serves at once; divides the handle time"),
      .init(
        "shrinkage", aliases: ["缩减率", "縮減率", "损耗率"], defaultText: "0%",
        "The share of time on duty that is lost, 0% to below 100%"),
      .init(
        "occupancy", aliases: ["occupancy-ceiling", "max-occupancy", "占用率上限"],
        defaultText: "100%", "The largest share of their time that agents may be busy"),
      .init(
        "definition", aliases: ["服务水平口径", "服務水準口徑"],
        defaultText: "of-offered",
        "What a share of the goal is a share of: of-offered, or without-quick-abandons"),
    ])
}
