extension StarterPlan {
  static let simplifiedChinesePlan = """
    # staffopt 排班计划。修改后运行:staffopt solve 本文件夹 --out 我的排班
    # 所有键及默认值见:staffopt reference
    name: 我的假期
    currency: CNY
    zone: Asia/Shanghai
    horizon: {from: 2026-10-01, to: 2026-10-07}   # 排班的第一天和最后一天
    interval: 30m                                 # 时段长度:15m、30m 或 60m

    # 营业时间。可按星期、日类型或日期单独写,例如:
    #   sunday: 10:00-18:00
    #   2026-10-01: closed      (当天不营业)
    opening:
      default: 09:00-21:00

    # 日类型:workday 工作日、rest-day 休息日、statutory-day 法定节假日、
    # adjusted-workday 调休上班日。周末默认是休息日。
    calendar:
      days:
        2026-10-01..2026-10-03: {class: statutory-day, holiday: National Day}
        2026-10-04..2026-10-07: {class: rest-day, holiday: National Day}
        2026-10-10: {class: adjusted-workday}

    # 工资倍数:超过 8 小时 150%,休息日 200%(选择调休的人补休),
    # 法定节假日 300%。跨零点的班次按日期分段计算。
    pay: {workday: 100%, overtime: 150%, rest-day: 200%, statutory-day: 300%, standard-day: 8h, rest-day-time-back: true}

    # 客户的来量与服务承诺。history 是工单导出文件;列名不同时在 columns 里写明。
    workload:
      history:
        file: tickets.csv
        kind: tickets
        columns: {created: Created at, queue: Queue, handle: Handle seconds}
      classes:
        # 紧急的问题按秒接起;可以等的问题写期限,例如 goal: finished in 24h
        - {name: chat, skill: chat, takes: {queue: [chat]}, goal: 80% in 60s, concurrency: 2, shrinkage: 8%}
      # 历史里没有往年假期时,写明假期来量占平日的比例。
      ratios:
        National Day: 60%

    # 班次:可选的开始时间、长度(含休息)和休息。
    shifts:
      - name: 早班
        starts: ["09:00..11:00 every 1h"]
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h, 5h]}]
      - name: 晚班
        starts: ["12:00", "12:30"]
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h, 5h]}]

    # 头几天少安排人,之后逐日增加:当天上班人数占全组的比例。
    ramp-up: {first: 40%, last: 75%}

    # 硬性规则:任何排班都不会违反。
    rules:
      rest-between-shifts: {least: 11h}   # 两班之间至少休息 11 小时
      hours-per-week: {most: 44h}         # 每周最多 44 小时
      days-in-a-row: {most: 5}            # 最多连续上班 5 天
      shifts: {least: 2, most: 6}         # 假期内至少 2 班,最多 6 班

    # 价格表示轻重:缺一个人一小时 200,缺第二个人 400,再缺 800。
    prices: {shortfall: [200, 400, 800], surplus: 4}
    fairness: {premium-day: 30, weekend: 20}
    choice: {pay-target-days: 2}

    """

  static let traditionalChinesePlan = """
    # staffopt 排班計畫。修改後執行:staffopt solve 本資料夾 --out 我的排班
    # 所有鍵及預設值見:staffopt reference
    name: 我的假期
    currency: CNY
    zone: Asia/Shanghai
    horizon: {from: 2026-10-01, to: 2026-10-07}   # 排班的第一天和最後一天
    interval: 30m                                 # 時段長度:15m、30m 或 60m

    # 營業時間。可按星期、日類型或日期單獨寫,例如:
    #   sunday: 10:00-18:00
    #   2026-10-01: closed      (當天不營業)
    opening:
      default: 09:00-21:00

    # 日類型:workday 工作日、rest-day 休息日、statutory-day 法定節假日、
    # adjusted-workday 調休上班日。週末預設是休息日。
    calendar:
      days:
        2026-10-01..2026-10-03: {class: statutory-day, holiday: National Day}
        2026-10-04..2026-10-07: {class: rest-day, holiday: National Day}
        2026-10-10: {class: adjusted-workday}

    # 工資倍數:超過 8 小時 150%,休息日 200%(選擇補休的人補休),
    # 法定節假日 300%。跨零點的班次按日期分段計算。
    pay: {workday: 100%, overtime: 150%, rest-day: 200%, statutory-day: 300%, standard-day: 8h, rest-day-time-back: true}

    # 客戶的來量與服務承諾。history 是工單匯出檔案;欄名不同時在 columns 裡寫明。
    workload:
      history:
        file: tickets.csv
        kind: tickets
        columns: {created: Created at, queue: Queue, handle: Handle seconds}
      classes:
        # 緊急的問題按秒接起;可以等的問題寫期限,例如 goal: finished in 24h
        - {name: chat, skill: chat, takes: {queue: [chat]}, goal: 80% in 60s, concurrency: 2, shrinkage: 8%}
      # 歷史裡沒有往年假期時,寫明假期來量占平日的比例。
      ratios:
        National Day: 60%

    # 班次:可選的開始時間、長度(含休息)和休息。
    shifts:
      - name: 早班
        starts: ["09:00..11:00 every 1h"]
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h, 5h]}]
      - name: 晚班
        starts: ["12:00", "12:30"]
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h, 5h]}]

    # 頭幾天少安排人,之後逐日增加:當天上班人數占全組的比例。
    ramp-up: {first: 40%, last: 75%}

    # 硬性規則:任何排班都不會違反。
    rules:
      rest-between-shifts: {least: 11h}   # 兩班之間至少休息 11 小時
      hours-per-week: {most: 44h}         # 每週最多 44 小時
      days-in-a-row: {most: 5}            # 最多連續上班 5 天
      shifts: {least: 2, most: 6}         # 假期內至少 2 班,最多 6 班

    # 價格表示輕重:缺一個人一小時 200,缺第二個人 400,再缺 800。
    prices: {shortfall: [200, 400, 800], surplus: 4}
    fairness: {premium-day: 30, weekend: 20}
    choice: {pay-target-days: 2}

    """
}
