import Rostering

extension Phrase {
  /// The phrase in Chinese, traditional characters.
  var traditionalChinese: String {
    switch self {
    case .rosterReport: "假期排班表"
    case .needReport: "人力需求"
    case .auditReport: "排班稽核"
    case .coverageByDay: "每日需求與覆蓋"
    case .peopleOnDuty: "每日在崗人數"
    case .roster: "排班"
    case .gaps: "覆蓋缺口"
    case .openPosts: "並非恰好一人值守的崗位"
    case .fairness: "公平性"
    case .cost: "成本"
    case .choices: "加班費或休息，以及意願"
    case .brokenRules: "違反的規則"
    case .warnings: "輸入資料警告"
    case .method: "需求的計算方法"

    case .date: "日期"
    case .dayClass: "日期類別"
    case .onDuty: "在崗"
    case .target: "目標"
    case .need: "需求"
    case .cover: "覆蓋"
    case .shortfall: "缺口"
    case .surplus: "餘裕"
    case .breaks: "班中休息"
    case .skill: "技能"
    case .time: "時段"
    case .agentsShort: "缺少人數"
    case .agentsShortAtWorst: "最多缺"
    case .agentHours: "人時"
    case .employee: "員工"
    case .team: "班組"
    case .shift: "班次"
    case .shifts: "班次"
    case .hours: "工時"
    case .rule: "規則"
    case .limit: "限值"
    case .actual: "實際"
    case .explanation: "說明"
    case .least: "最少"
    case .mean: "平均"
    case .most: "最多"
    case .people: "人數"
    case .met: "滿足率"
    case .wishes: "意願"
    case .total: "合計"
    case .totalCost: "總成本"
    case .needCovered: "需求覆蓋率"
    case .rulesBrokenLabel: "違反規則"
    case .gapLabel: "已證明差距"
    case .highestNeed: "最高"
    case .carriedOver: "往期結轉"
    case .allSkills: "全部技能"
    case .workClass: "業務類別"
    case .goal: "服務目標"
    case .arrivals: "聯絡量"
    case .handleTime: "平均處理時長"
    case .shrinkage: "損耗率"
    case .servingHours: "服務工時"
    case .onDutyHours: "在崗工時"

    case .leave: "請假"
    case .wishKept: "意願已滿足"
    case .wishBroken: "意願未滿足"
    case .pinned: "預先確定"
    case .nightShift: "夜班"

    case .dayClassName(let dayClass):
      switch dayClass {
      case .workday: "工作日"
      case .restDay: "休息日"
      case .statutoryDay: "法定假日"
      case .adjustedWorkday: "調班上班日"
      }
    case .choiceName(let choice):
      switch choice {
      case .pay: "選擇加班費"
      case .rest: "選擇休息"
      case .either: "無偏好"
      }
    case .burdenName(let burden):
      switch burden {
      case .premiumDays: "假日班"
      case .nights: "夜班"
      case .weekends: "週末班"
      case .paidHours: "計薪工時"
      }
    case .costPart(let part):
      switch part {
      case "wages": "工資"
      case "shortfall": "人手缺口"
      case "surplus": "超出需求"
      case "posts": "崗位空缺"
      case "ramp-up": "偏離返崗節奏"
      case "wishes": "意願未滿足"
      case "fairness": "負擔分攤"
      case "choice": "選擇未滿足"
      default: part
      }
    case .stopReason(let reason):
      switch reason {
      case .provenOptimal: "已完成最佳性證明"
      case .gapReached: "達到要求的差距後停止"
      case .timeLimit: "到達時限後停止"
      case .interrupted: "由使用者停止"
      case .finished: "求解自然結束"
      case .gaveUp: "放棄求解，保留已有班表"
      }

    case .goalAnswered(let share, let time): "\(time) 內應答 \(share)"
    case .goalMeanWait(let time): "平均等待不超過 \(time)"
    case .goalWaiting(let share): "最多 \(share) 需要等待"
    case .goalAbandonment(let share): "放棄率不超過 \(share)"
    case .goalFinished(let time, let inOpeningHours):
      (inOpeningHours ? "營業時間 " : "") + "\(time) 內完成"

    case .teamSize(let people, let skills):
      "\(people) 人" + (skills > 0 ? "，\(skills) 項技能" : "")
    case .nobodyInTeam: "計畫中沒有員工。"
    case .ofTeam(let people, let team): "\(people) / \(team)"
    case .rulesKept: "所有規則均已遵守"
    case .rulesBroken(let count): "違反規則 \(count) 處"
    case .provenOptimal: "已證明：沒有更便宜的排班。"
    case .provenWithin(let gap): "已證明：任何排班最多再便宜 \(gap)。"
    case .notProven: "未證明：可能存在更便宜的排班。"
    case .boundBelow(let bound): "任何排班的成本都不低於 \(bound)"
    case .gapSentence(let date, let time, let skill, let agents, let worst):
      "\(date) \(time) \(skill)：缺 \(agents) 人" + (worst.map { "，最多缺 \($0) 人" } ?? "")
    case .shiftGapSentence(let date, let shift, let short, let onDuty, let need):
      "\(date) \(shift)：缺 \(short) 人，需 \(need) 人，在崗 \(onDuty) 人"
    case .noGaps: "無缺口：每個時段的需求均已覆蓋。"
    case .furtherGaps(let count): "另有 \(count) 處較小的缺口"
    case .shortOf(let short, let need): "需求 \(need) 人時，缺 \(short) 人時"
    case .surplusHours(let hours): "超出需求 \(hours) 人時"
    case .shortOfHeads(let short, let need): "各班次共需 \(need) 人次，缺 \(short) 人次"
    case .surplusHeads(let heads): "超出需求 \(heads) 人次"
    case .openPostSentence(let date, let time, let skill, let holders):
      "\(date) \(time) \(skill)：應為 1 人，實際 \(holders) 人"
    case .wishesMet(let met, let asked): "意願滿足 \(met) / \(asked)"
    case .noWishes: "沒有意願"
    case .nobodyChose: "無人"
    case .cannotBeMet: "沒有假日"
    case .payExplained: "實際獲得的假日班占應得的比例"
    case .restExplained: "假日中得到休息的比例"
    case .histogramBar(let people, let amount): "\(people) 人：\(amount)"
    case .personBars: "逐人明細"
    case .foundBy(let solver, let seconds, let seed, let version):
      "求解器 \(solver)，\(seconds) 秒，隨機種子 \(seed)，staffopt \(version)"
    case .currencyNote(let currency): "金額單位：\(currency)。"
    case .zoneNote(let zone): "時區 \(zone)"
    }
  }
}
