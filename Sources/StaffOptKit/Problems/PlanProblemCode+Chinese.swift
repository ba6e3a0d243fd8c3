import PlanFiles

extension PlanProblemCode {
  /// What the code means, as the head of a message: in simplified and in
  /// traditional characters.
  var chinese: (simplified: String, traditional: String) {
    switch self {
    case .fileMissing: ("找不到需要的文件", "找不到需要的檔案")
    case .fileUnreadable: ("文件无法读取", "檔案無法讀取")
    case .fileTooLarge: ("文件过大", "檔案過大")
    case .textEncoding:
      (
        "文件不是 UTF-8 编码，请另存为 UTF-8", "檔案不是 UTF-8 編碼，請另存為 UTF-8"
      )
    case .damagedArchive: (".gz 文件已损坏或不完整", ".gz 檔案已損壞或不完整")
    case .yamlSyntax: ("YAML 语法有误，从这里起无法读取", "YAML 語法有誤，從這裡起無法讀取")
    case .yamlAlias: ("不能使用 YAML 别名，请写出完整内容", "不能使用 YAML 別名，請寫出完整內容")
    case .yamlShape: ("此处的结构不对（列表、映射或单个值）", "此處的結構不對（清單、對應或單一值）")
    case .keyUnknown: ("不认识的键", "不認識的鍵")
    case .keyRepeated: ("同一个键写了两次", "同一個鍵寫了兩次")
    case .keyMissing: ("缺少必填的键", "缺少必填的鍵")
    case .tableEmpty: ("CSV 文件没有表头或没有数据行", "CSV 檔案沒有標題列或沒有資料列")
    case .tableQuote: ("引号没有成对", "引號沒有成對")
    case .tableRowLength: ("这一行的列数与表头不符", "這一列的欄數與標題列不符")
    case .tableRowTooLong: ("这一行过长，可能多了一个引号", "這一列過長，可能多了一個引號")
    case .columnMissing: ("缺少必需的列", "缺少必需的欄")
    case .columnRepeated: ("有两列同名", "有兩欄同名")
    case .valueMissing: ("此处不能为空", "此處不能為空")
    case .badText: ("文字不符合要求", "文字不符合要求")
    case .badDate: ("不是日期", "不是日期")
    case .badClockTime: ("不是时刻或时段", "不是時刻或時段")
    case .badSpan: ("不是时长", "不是時長")
    case .badNumber: ("不是数字", "不是數字")
    case .badPercent: ("不是百分比", "不是百分比")
    case .badSwitch: ("只能是 true 或 false", "只能是 true 或 false")
    case .badWord: ("不是此处可用的词", "不是此處可用的詞")
    case .badGoal: ("不是服务目标", "不是服務目標")
    case .badDemandLabel:
      (
        "既不是日期，也不是已知假期的某类日子", "既不是日期，也不是已知假期的某類日子"
      )
    case .badDateFormat: ("日期格式不完整或有不认识的部分", "日期格式不完整或有不認識的部分")
    case .outOfRange: ("数值过大或过小", "數值過大或過小")
    case .reversed: ("结束早于开始", "結束早於開始")
    case .conflicting: ("两个值互相矛盾，或缺少与之配套的值", "兩個值互相矛盾，或缺少與之配套的值")
    case .nameRepeated: ("名称或工号重复", "名稱或工號重複")
    case .unknownZone: ("系统中没有这个时区", "系統中沒有這個時區")
    case .unknownSkill: ("技能不存在", "技能不存在")
    case .unknownShift: ("计划中没有这个班次", "計畫中沒有這個班次")
    case .unknownEmployee: ("staff.csv 中没有这个人", "staff.csv 中沒有這個人")
    case .unknownTeam: ("staff.csv 中没有这个班组", "staff.csv 中沒有這個班組")
    case .unknownHoliday: ("日历中没有这个假期", "日曆中沒有這個假期")
    case .unknownClass: ("计划中没有这个业务类别", "計畫中沒有這個業務類別")
    case .horizonTooLong: ("计划期超过两年", "計畫期超過兩年")
    case .breakMisfit: ("休息时间放不进这个班次", "休息時間放不進這個班次")
    case .breakUnplaced:
      (
        "没有写明休息时间，而可放的位置不止一处", "沒有寫明休息時間，而可放的位置不止一處"
      )
    case .ruleIncomplete: ("规则缺少限值", "規則缺少限值")
    case .dayOutsideHorizon: ("日期不在计划期内", "日期不在計畫期內")
    case .offInterval: ("时刻不在计划的时段边界上", "時刻不在計畫的時段邊界上")
    case .rowRepeated: ("有两行说的是同一件事", "有兩列說的是同一件事")
    case .shiftsOverlap: ("同一个人的两个班次重叠", "同一個人的兩個班次重疊")
    case .pinMisfit: ("此人当天无法上预先确定的班次", "此人當天無法上預先確定的班次")
    case .columnUnknown: ("不认识这一列，已忽略", "不認識這一欄，已忽略")
    case .wageMissing: ("没有填时薪，此人的工时不计成本", "沒有填時薪，此人的工時不計成本")
    case .skillUnstaffed: ("需要这项技能，却没有人具备", "需要這項技能，卻沒有人具備")
    case .outsideHorizon: ("日期在计划期之外，不起作用", "日期在計畫期之外，不起作用")
    case .shiftUnusable: ("没有人能上这个班次", "沒有人能上這個班次")
    case .openingUncovered: ("部分营业时间没有班次可以覆盖", "部分營業時間沒有班次可以覆蓋")
    case .needMissing: ("没有写明需要多少人", "沒有寫明需要多少人")
    case .historyIgnored: ("部分历史工单未采用", "部分歷史工單未採用")
    case .fileUnread: ("文件夹里的这个文件没有被读取", "資料夾裡的這個檔案沒有被讀取")
    }
  }
}
