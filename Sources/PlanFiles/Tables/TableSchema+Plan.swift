extension TableSchema {
  private static let employeeAliases = [
    "employee-id", "id", "agent", "agent-id", "staff", "staff-id", "工号", "员工", "员工编号", "坐席", "姓名",
    "employee-name", "name",
  ]

  /// What a roster.csv says beside the shifts.
  private static let rosterExtras = ["name", "team", "paid_hours", "day_class"]

  /// staff.csv.
  static let staff = TableSchema(
    file: "staff.csv", "the people of the plan, one a row", isRequired: true,
    columns: [
      .init(
        "id", aliases: ["employee", "employee-id", "agent-id", "staff-id", "工号", "员工编号", "编号"],
        isRequired: true, "What all files call the person, unique in the plan"),
      .init(
        "name", aliases: ["employee-name", "full-name", "姓名", "名字", "员工姓名"],
        defaultText: "the id", "The name that people use"),
      .init(
        "team", aliases: ["group", "班组", "团队", "小组", "组别"], "The team, for reports and rules"),
      .init(
        "skills", aliases: ["skill", "技能", "业务", "队列"], isRequired: true,
        "The skills, separated by | or ;"),
      .init(
        "contract-hours", aliases: ["hours", "weekly-hours", "contract", "周工时", "合同工时"],
        defaultText: "40", "Hours a week by contract"),
      .init(
        "wage", aliases: ["hourly-wage", "hourly-pay", "时薪", "小时工资"], "Base pay of an hour"),
      .init(
        "monthly-pay", aliases: ["salary", "monthly-wage", "月薪", "月工资"],
        "Base pay of a month, in place of the wage; divided by pay.monthly-hours"),
      .init(
        "choice", aliases: ["pay-or-rest", "选择", "加班选择", "意愿"], defaultText: "either",
        "pay, rest or either: what the person wants for premium days"),
      .init(
        "start-date", aliases: ["hired", "hire-date", "joined", "入职日期", "入职"],
        "The first day of employment; empty for someone who has been here long"),
      .init(
        "carried-premium-days", aliases: ["premium-days", "累计节假日", "已上节假日"], defaultText: "0",
        "Premium days worked on earlier holidays"),
      .init(
        "carried-nights", aliases: ["nights", "累计夜班", "已上夜班"], defaultText: "0",
        "Night shifts worked before"),
      .init(
        "carried-weekends", aliases: ["weekends", "累计周末", "已上周末"], defaultText: "0",
        "Weekends worked before"),
      .init(
        "effectiveness", aliases: ["weight", "效率", "折算"],
        "How much of a full agent the person counts, such as 70%; by default by the start date"),
    ])

  /// requests.csv.
  static let requests = TableSchema(
    file: "requests.csv", "leave and wishes, one a row",
    columns: [
      .init("employee", aliases: employeeAliases, isRequired: true, "The person's id or name"),
      .init(
        "kind", aliases: ["type", "request", "类型", "申请类型", "种类"], isRequired: true,
        "approved-leave (leave, sick, 请假, 病假), asked-leave (申请休假), day-off (希望休息), "
          + "day-on (希望上班), shift-on (希望班次) or shift-off (不要班次)"),
      .init(
        "from", aliases: ["start", "from-date", "start-date", "date", "开始", "开始日期", "日期"],
        "The first day, or for leave a day and time"),
      .init(
        "to", aliases: ["end", "until", "to-date", "end-date", "结束", "结束日期"],
        defaultText: "the first day",
        "The last day, included; or for leave a day and time, excluded"),
      .init(
        "holiday", aliases: ["节日", "假期", "节假日"],
        "A holiday of the calendar, in place of the days"),
      .init(
        "shift", aliases: ["pattern", "班次"], "The shift pattern that a wish is about"),
      .init(
        "price", aliases: ["weight", "价格", "权重"],
        "Price of not following it; by default prices.asked-leave or prices.wish"),
      .init("note", aliases: ["comment", "remark", "备注", "说明"], "Not read"),
    ])

  /// availability.csv.
  static let availability = TableSchema(
    file: "availability.csv",
    "when people can work; someone without a row can always work",
    columns: [
      .init("employee", aliases: employeeAliases, isRequired: true, "The person's id or name"),
      .init(
        "days", aliases: ["day", "date", "weekday", "日期", "星期"], isRequired: true,
        "A date, a span of dates, a weekday, weekday, weekend, all, a day class or a holiday"),
      .init(
        "from", aliases: ["start", "开始", "开始时间"], defaultText: "00:00",
        "The time from which they can work"),
      .init(
        "to", aliases: ["end", "until", "结束", "结束时间"], defaultText: "24:00",
        "The time until which they can; at or before `from` it is on the next day"),
    ])

  /// pinned.csv.
  static let pinned = TableSchema(
    file: "pinned.csv",
    "days settled beforehand, one a row; rows of a roster.csv will do, breaks are placed anew",
    columns: [
      .init("employee", aliases: employeeAliases, isRequired: true, "The person's id or name"),
      .init("date", aliases: ["day", "日期"], isRequired: true, "The day, in the horizon"),
      .init(
        "shift", aliases: ["pattern", "班次"], isRequired: true, "A shift pattern, or OFF"),
      .init(
        "start", aliases: ["from", "开始", "开始时间"],
        "The start, for one certain shift: 08:00, or a date and time"),
      .init("end", aliases: ["to", "结束", "结束时间"], "The end, given together with the start"),
    ], silent: ["day", "breaks"] + rosterExtras)

  /// history-roster.csv, and every roster that is read.
  static let historyRoster = TableSchema(
    file: "history-roster.csv", "shifts worked before the horizon, one a row",
    columns: [
      .init("employee", aliases: employeeAliases, isRequired: true, "The person's id or name"),
      .init("date", aliases: ["日期"], "The day on which the shift starts"),
      .init("day", aliases: ["day-number"], "The same as a number, 0 for the first of the horizon"),
      .init(
        "shift", aliases: ["pattern", "班次"], isRequired: true,
        "The shift pattern, or OFF for a day off"),
      .init(
        "start", aliases: ["from", "开始", "开始时间"], isRequired: true,
        "The start: 08:00, or a date and time"),
      .init(
        "end", aliases: ["to", "结束", "结束时间"], isRequired: true,
        "The end: 17:00, or a date and time"),
      .init(
        "breaks", aliases: ["break", "休息", "休息时间"],
        "The breaks such as 12:00-12:30; several separated by ; and paid ones followed by paid"),
    ], silent: rosterExtras)

  /// The ticket history, one ticket a row.
  static let tickets = TableSchema(
    file: "tickets.csv", "the ticket history, one ticket a row",
    columns: [
      .init(
        "created",
        aliases: [
          "created-at", "created at", "opened-at", "arrived", "arrival", "timestamp", "date-time",
          "time", "创建时间", "进线时间", "时间",
        ], isRequired: true, "When the contact arrived"),
      .init(
        "queue", aliases: ["type", "category", "topic", "队列", "类别", "问题类型", "业务"],
        "The queue or type of question"),
      .init("urgency", aliases: ["priority", "优先级", "紧急程度"], "The urgency or priority"),
      .init("channel", aliases: ["media", "media-type", "contact-type", "渠道"], "The channel"),
      .init(
        "handle",
        aliases: [
          "handle-time", "handle-seconds", "handle time (seconds)", "aht", "service-s", "处理时长",
          "处理时间", "通话时长",
        ], "The work it took: seconds, a length such as 6m30s, or 0:06:30"),
      .init("outcome", aliases: ["result", "status", "结果", "状态"], "How it ended"),
      .init(
        "count", aliases: ["weight", "数量"], defaultText: "1", "Contacts that the row stands for"),
      .init(
        "id", aliases: ["ticket", "ticket-id", "ticket-number", "case-number", "工单号", "工单编号"],
        "The ticket's number: a row that repeats number and time is left out"),
      .init(
        "wait", aliases: ["queue-s", "wait-seconds", "wait-time", "等待时长", "排队时长"],
        "How long the customer waited, for the review"),
      .init(
        "satisfaction",
        aliases: ["satisfaction-score", "csat", "rating", "satisfaction-rating", "满意度", "评分"],
        "The customer's verdict, for the review: good or bad, or a number"),
      .init(
        "reopened", aliases: ["reopens", "reopen-count", "重开次数", "重新打开"],
        "How often it was opened again, for the review"),
    ])

  /// The ticket history, one interval a row.
  static let intervals = TableSchema(
    file: "tickets.csv", "the ticket history, one interval a row",
    columns: [
      .init(
        "start",
        aliases: [
          "interval-start", "interval start", "interval-start-utc-date", "timestamp", "date-time",
          "created", "时段", "开始时间",
        ], isRequired: true, "When the interval starts"),
      .init(
        "arrivals", aliases: ["offered", "volume", "contacts", "calls", "进线量", "来电量", "数量"],
        isRequired: true, "Contacts that arrived"),
      .init(
        "queue", aliases: ["type", "category", "队列", "类别", "业务"], "The queue or type of question"),
      .init("urgency", aliases: ["priority", "优先级"], "The urgency or priority"),
      .init("channel", aliases: ["media", "media-type", "渠道"], "The channel"),
      .init(
        "handle", aliases: ["handle-time", "aht", "mean-service-s", "mean-handle-time", "平均处理时长"],
        "The mean work of a contact"),
      .init(
        "handled", aliases: ["answered", "interactions-handled", "接通量"],
        defaultText: "the arrivals", "Contacts that were handled"),
      .init(
        "total-handle", aliases: ["total-handle-time", "total-handle-time-seconds", "总处理时长"],
        "The work of all contacts together, in place of the mean"),
      .init(
        "after-work", aliases: ["after-task-work", "after-call-work", "acw", "事后处理时长"],
        "Mean work after a contact, added to the mean"),
      .init("end", aliases: ["interval-end"], "When the interval ends; by default by its length"),
      .init("missing", aliases: ["缺失"], defaultText: "0", "1 where the log misses the interval"),
    ])

  /// need.csv.
  static let need = TableSchema(
    file: "need.csv", "the agents wanted, one interval and skill a row",
    columns: [
      .init("date", aliases: ["day", "日期"], isRequired: true, "The day"),
      .init(
        "start", aliases: ["interval", "interval-start", "time", "from", "时段", "开始时间"],
        isRequired: true, "When the interval starts"),
      .init("skill", aliases: ["queue", "技能", "队列"], isRequired: true, "The skill"),
      .init(
        "agents", aliases: ["need", "required", "heads", "需求", "人数"], isRequired: true,
        "Agents wanted, also parts of one; intervals without a row want none"),
    ])
}
