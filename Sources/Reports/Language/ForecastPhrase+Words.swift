import Workload

extension ForecastPhrase: TranslatedPhrase {
  var words: Words {
    switch self {
    case .forecast: ("Forecast", "预测", "預測")
    case .backtest: ("Backtest", "回测", "回測")
    case .learnedFrom(let period, let days):
      (
        "Learned from \(period) (\(days) days)",
        "依据 \(period) 的记录（\(days) 天）",
        "依據 \(period) 的記錄（\(days) 天）"
      )
    case .missingDays(let count):
      ("\(count) \(count == 1 ? "day" : "days") missing", "缺失 \(count) 天", "缺失 \(count) 天")
    case .faultyDays(let count):
      ("\(count) \(count == 1 ? "day" : "days") with faults", "\(count) 天有故障", "\(count) 天有故障")
    case .day: ("Day", "日期类型", "日期類型")
    case .mean: ("Mean", "均值", "均值")
    case .busiest: ("Busiest", "最忙", "最忙")
    case .level: ("Usual", "平日", "平日")
    case .weekdayFactor: ("× weekday", "× 星期", "× 星期")
    case .monthFactor: ("× month", "× 月内", "× 月內")
    case .ratio: ("× ratio", "× 比例", "× 比例")
    case .source: ("Ratio from", "比例来源", "比例來源")
    case .label(let label): Self.words(ofLabel: label)
    case .sourceOf(let kind): Self.words(ofSourceOf: kind)
    case .allClasses: ("All classes", "全部类别", "全部類別")
    case .triedDays(let ordinary, let daysAhead):
      (
        "\(ordinary) ordinary days, each forecast from what was known \(daysAhead) days before",
        "\(ordinary) 个普通日，均仅用提前 \(daysAhead) 天已知的数据预测",
        "\(ordinary) 個普通日，均僅用提前 \(daysAhead) 天已知的資料預測"
      )
    case .leftOutDays(let count):
      (
        "\(count) left out: log missing, faulty or too short",
        "\(count) 天未测：记录缺失、有故障或太短",
        "\(count) 天未測：記錄缺失、有故障或太短"
      )
    case .method: ("Method", "方法", "方法")
    case .methodName(let name): Self.words(ofMethodName: name)
    case .intervalError(let minutes):
      ("WAPE \(minutes) min", "\(minutes) 分钟 WAPE", "\(minutes) 分鐘 WAPE")
    case .dayError: ("WAPE day", "单日 WAPE", "單日 WAPE")
    case .bias: ("Bias", "偏差", "偏差")
    case .intervalBand: ("In band", "落在区间内", "落在區間內")
    case .dayBand: ("Days in band", "单日落在区间内", "單日落在區間內")
    case .bandNote:
      (
        "A calibrated band P10 to P90 holds 80 %.",
        "校准良好的 P10–P90 区间应包含 80 %。",
        "校準良好的 P10–P90 區間應包含 80 %。"
      )
    case .specialDays: ("Special days", "特殊日", "特殊日")
    case .foretold: ("Foretold", "预测", "預測")
    case .came: ("Came", "实际", "實際")
    case .factor: ("Factor", "倍数", "倍數")
    case .specialFactor(let factor):
      (
        "Half of them came within a factor of \(factor).",
        "其中一半与实际相差不超过 \(factor) 倍。",
        "其中一半與實際相差不超過 \(factor) 倍。"
      )
    case .specialWAPE(let forecast, let asOrdinary):
      (
        "WAPE of special days \(forecast); forecast as ordinary days \(asOrdinary).",
        "特殊日 WAPE \(forecast)；若按普通日预测则为 \(asOrdinary)。",
        "特殊日 WAPE \(forecast)；若按普通日預測則為 \(asOrdinary)。"
      )
    case .specialShape(let error):
      (
        "Hours of special days: shares differ by \(error) in sum (0 to 2).",
        "特殊日的时段分布：各时段占比之差合计 \(error)（0 至 2）。",
        "特殊日的時段分布：各時段占比之差合計 \(error)（0 至 2）。"
      )
    case .noSpecialDays: ("No special days to try.", "没有可测的特殊日。", "沒有可測的特殊日。")
    case .review: ("Review", "复盘", "復盤")
    case .miss: ("Missing", "缺口", "缺口")
    case .missOfPlan: ("by plan", "因排班", "因排班")
    case .missOfAttendance: ("by attendance", "因出勤", "因出勤")
    case .missOfForecast: ("by forecast", "因预测", "因預測")
    case .missSentence(let total, let plan, let attendance, let forecast):
      (
        "\(total) agent-hours were missing: \(plan) by the plan, \(attendance) by attendance, \(forecast) by the forecast",
        "共缺 \(total) 人时：排班 \(plan)，出勤 \(attendance)，预测 \(forecast)",
        "共缺 \(total) 人時：排班 \(plan)，出勤 \(attendance)，預測 \(forecast)"
      )
    case .attendanceUnknown:
      (
        "Who really worked is not known: attendance is taken as planned.",
        "实际出勤未知：按排班计算。",
        "實際出勤未知：按排班計算。"
      )
    case .needForetold: ("Need foretold", "预测需求", "預測需求")
    case .needReal: ("Need come", "实际需求", "實際需求")
    case .rostered: ("Rostered", "已排", "已排")
    case .worked: ("Worked", "实际出勤", "實際出勤")
    case .inBandShare: ("In band", "落在区间内", "落在區間內")
    case .plannedHandle: ("Handle planned", "计划处理时长", "計畫處理時長")
    case .realHandle: ("came", "实际", "實際")
    case .inTime: ("In time", "及时", "及時")
    case .gaveUp: ("Gave up", "放弃", "放棄")
    case .satisfied: ("Satisfied", "满意", "滿意")
    case .reopened: ("Reopened", "重新打开", "重新開啟")
    case .hour: ("Hour", "时段", "時段")
    case .verdicts: ("Verdicts", "评价数", "評價數")
    case .suggestion: ("Suggested change to plan.yaml", "建议修改 plan.yaml", "建議修改 plan.yaml")
    case .noSuggestion: ("Nothing suggests a change to the plan.", "没有需要修改计划之处。", "沒有需要修改計畫之處。")
    case .expectedLate(let late, let tickets, let share):
      (
        "Expected late: \(late) of \(tickets) contacts (\(share))",
        "预计超时：\(tickets) 次联系中 \(late) 次（\(share)）",
        "預計逾時：\(tickets) 次聯絡中 \(late) 次（\(share)）"
      )
    case .lateTickets: ("Expected late", "预计超时", "預計逾時")
    case .expectedBand: ("Band P10 to P90", "P10–P90 区间", "P10–P90 區間")
    case .needBandNote:
      (
        "P90: a day with many contacts, as the forecast has it; below it the need of the plan",
        "P90：按预测来量偏多的日子；其下为计划所用的需求",
        "P90：按預測來量偏多的日子；其下為計畫所用的需求"
      )
    case .daysWithoutData(let days):
      (
        "\(days) \(days == 1 ? "day has" : "days have") no data: the log has no row of them, so nothing is known of what came.",
        "\(days) 天没有数据：日志中没有这些天的记录，来量未知。",
        "\(days) 天沒有資料：日誌中沒有這些天的記錄，來量未知。"
      )
    case .noData: ("no data", "无数据", "無資料")
    case .agentsLine: ("Agents wanted on duty", "所需在岗人数", "所需在崗人數")
    case .meanLine: ("Mean foretold", "预测均值", "預測均值")
    case .cameLine: ("Came", "实际", "實際")
    }
  }

  private static func words(ofLabel label: DayLabel) -> Words {
    let english = label.description
    switch label {
    case .ordinary: return (english, "普通", "普通")
    case .holiday(let name, let position):
      let words = "\(name)第 \(position) 天"
      return (english, words, words)
    case .observance(let name, let position):
      let words = "\(name)第 \(position) 天（照常上班）"
      return (english, words, words)
    case .eve(let name): return (english, "\(name)前一天", "\(name)前一天")
    case .bridge(let name): return (english, "\(name)桥接日", "\(name)橋接日")
    case .dayAfter(let name): return (english, "\(name)后首个工作日", "\(name)後首個工作日")
    case .worksLike(let weekday):
      return (
        english, "按\(ReportLanguage.simplifiedChinese.weekday(weekday))上班",
        "按\(ReportLanguage.traditionalChinese.weekday(weekday))上班"
      )
    }
  }

  private static func words(ofSourceOf kind: SourceKind) -> Words {
    switch kind {
    case .ordinary: ("", "", "")
    case .stated: ("the plan", "计划指定", "計畫指定")
    case .unknown: ("nothing: never seen", "无：从未出现", "無：從未出現")
    case .learned(let days):
      ("\(days) such \(days == 1 ? "day" : "days")", "\(days) 个同类日", "\(days) 個同類日")
    case .pooled(let days):
      ("\(days) similar \(days == 1 ? "day" : "days")", "\(days) 个相似日", "\(days) 個相似日")
    }
  }

  private static func words(ofMethodName name: String) -> Words {
    switch name {
    case "forecast": ("This forecast", "本预测", "本預測")
    case "last week": ("Last week", "上周同日", "上週同日")
    case "mean of 4 weeks": ("Mean of 4 weeks", "近 4 周均值", "近 4 週均值")
    case "mean of 8 weeks": ("Mean of 8 weeks", "近 8 周均值", "近 8 週均值")
    default: (name, name, name)
    }
  }
}
