import Rostering

extension Phrase {
  /// The phrase in Chinese, simplified characters.
  var simplifiedChinese: String {
    switch self {
    case .rosterReport: "节假日排班表"
    case .needReport: "人力需求"
    case .auditReport: "排班审核"
    case .coverageByDay: "每日需求与覆盖"
    case .peopleOnDuty: "每日在岗人数"
    case .roster: "排班"
    case .gaps: "覆盖缺口"
    case .openPosts: "并非恰好一人值守的岗位"
    case .fairness: "公平性"
    case .cost: "成本"
    case .choices: "加班费或休息，以及意愿"
    case .brokenRules: "违反的规则"
    case .warnings: "输入数据警告"
    case .method: "需求的计算方法"

    case .date: "日期"
    case .dayClass: "日期类别"
    case .onDuty: "在岗"
    case .target: "目标"
    case .need: "需求"
    case .cover: "覆盖"
    case .shortfall: "缺口"
    case .surplus: "富余"
    case .breaks: "班中休息"
    case .skill: "技能"
    case .time: "时段"
    case .agentsShort: "缺少人数"
    case .agentsShortAtWorst: "最多缺"
    case .agentHours: "人时"
    case .employee: "员工"
    case .team: "班组"
    case .shift: "班次"
    case .shifts: "班次"
    case .hours: "工时"
    case .rule: "规则"
    case .limit: "限值"
    case .actual: "实际"
    case .explanation: "说明"
    case .least: "最少"
    case .mean: "平均"
    case .most: "最多"
    case .people: "人数"
    case .met: "满足率"
    case .wishes: "意愿"
    case .total: "合计"
    case .totalCost: "总成本"
    case .needCovered: "需求覆盖率"
    case .rulesBrokenLabel: "违反规则"
    case .gapLabel: "已证明差距"
    case .highestNeed: "最高"
    case .carriedOver: "往期结转"
    case .allSkills: "全部技能"
    case .workClass: "业务类别"
    case .goal: "服务目标"
    case .arrivals: "联系量"
    case .handleTime: "平均处理时长"
    case .shrinkage: "损耗率"
    case .servingHours: "服务工时"
    case .onDutyHours: "在岗工时"

    case .leave: "请假"
    case .wishKept: "意愿已满足"
    case .wishBroken: "意愿未满足"
    case .pinned: "预先确定"
    case .nightShift: "夜班"

    case .dayClassName(let dayClass):
      switch dayClass {
      case .workday: "工作日"
      case .restDay: "休息日"
      case .statutoryDay: "法定节假日"
      case .adjustedWorkday: "调休上班日"
      }
    case .choiceName(let choice):
      switch choice {
      case .pay: "选择加班费"
      case .rest: "选择休息"
      case .either: "无偏好"
      }
    case .burdenName(let burden):
      switch burden {
      case .premiumDays: "节假日班"
      case .nights: "夜班"
      case .weekends: "周末班"
      case .paidHours: "计薪工时"
      }
    case .costPart(let part):
      switch part {
      case "wages": "工资"
      case "shortfall": "人手缺口"
      case "surplus": "超出需求"
      case "posts": "岗位空缺"
      case "ramp-up": "偏离返岗节奏"
      case "wishes": "意愿未满足"
      case "fairness": "负担分摊"
      case "choice": "选择未满足"
      default: part
      }
    case .stopReason(let reason):
      switch reason {
      case .provenOptimal: "已完成最优性证明"
      case .gapReached: "达到要求的差距后停止"
      case .timeLimit: "到达时限后停止"
      case .interrupted: "由用户停止"
      case .finished: "求解自然结束"
      case .gaveUp: "放弃求解，保留已有班表"
      }

    case .goalAnswered(let share, let time): "\(time) 内应答 \(share)"
    case .goalMeanWait(let time): "平均等待不超过 \(time)"
    case .goalWaiting(let share): "最多 \(share) 需要等待"
    case .goalAbandonment(let share): "放弃率不超过 \(share)"
    case .goalFinished(let time, let inOpeningHours):
      (inOpeningHours ? "营业时间 " : "") + "\(time) 内完成"

    case .teamSize(let people, let skills):
      "\(people) 人" + (skills > 0 ? "，\(skills) 项技能" : "")
    case .nobodyInTeam: "计划中没有员工。"
    case .ofTeam(let people, let team): "\(people) / \(team)"
    case .rulesKept: "所有规则均已遵守"
    case .rulesBroken(let count): "违反规则 \(count) 处"
    case .provenOptimal: "已证明：没有更便宜的排班。"
    case .provenWithin(let gap): "已证明：任何排班最多再便宜 \(gap)。"
    case .notProven: "未证明：可能存在更便宜的排班。"
    case .boundBelow(let bound): "任何排班的成本都不低于 \(bound)"
    case .gapSentence(let date, let time, let skill, let agents, let worst):
      "\(date) \(time) \(skill)：缺 \(agents) 人" + (worst.map { "，最多缺 \($0) 人" } ?? "")
    case .shiftGapSentence(let date, let shift, let short, let onDuty, let need):
      "\(date) \(shift)：缺 \(short) 人，需 \(need) 人，在岗 \(onDuty) 人"
    case .noGaps: "无缺口：每个时段的需求均已覆盖。"
    case .furtherGaps(let count): "另有 \(count) 处较小的缺口"
    case .shortOf(let short, let need): "需求 \(need) 人时，缺 \(short) 人时"
    case .surplusHours(let hours): "超出需求 \(hours) 人时"
    case .shortOfHeads(let short, let need): "各班次共需 \(need) 人次，缺 \(short) 人次"
    case .surplusHeads(let heads): "超出需求 \(heads) 人次"
    case .openPostSentence(let date, let time, let skill, let holders):
      "\(date) \(time) \(skill)：应为 1 人，实际 \(holders) 人"
    case .wishesMet(let met, let asked): "意愿满足 \(met) / \(asked)"
    case .noWishes: "没有意愿"
    case .nobodyChose: "无人"
    case .cannotBeMet: "没有节假日"
    case .payExplained: "实际获得的节假日班占应得的比例"
    case .restExplained: "节假日中得到休息的比例"
    case .histogramBar(let people, let amount): "\(people) 人：\(amount)"
    case .personBars: "逐人明细"
    case .foundBy(let solver, let seconds, let seed, let version):
      "求解器 \(solver)，\(seconds) 秒，随机种子 \(seed)，staffopt \(version)"
    case .currencyNote(let currency): "金额单位：\(currency)。"
    case .zoneNote(let zone): "时区 \(zone)"
    }
  }
}
