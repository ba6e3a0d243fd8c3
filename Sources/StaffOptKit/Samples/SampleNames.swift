/// Names for invented people: frequent Chinese surnames and given names.
enum SampleNames {
  private static let surnames = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡",
    "郭", "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹",
  ]
  private static let givenNames = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛",
    "明", "超", "秀英", "霞", "平", "刚", "桂英", "建华", "文", "辉", "玲", "志强", "婷", "雪",
    "晨", "思远", "雨欣", "浩然", "佳怡", "子涵", "梦琪", "俊杰", "晓燕", "海燕", "国强",
  ]

  /// `count` different names, drawn with `generator`.
  ///
  /// - Parameter count: at most 1,000; there are 1,200 combinations.
  static func draw(_ count: Int, using generator: inout some RandomNumberGenerator) -> [String] {
    var combinations = surnames.flatMap { surname in givenNames.map { surname + $0 } }
    combinations.shuffle(using: &generator)
    return Array(combinations.prefix(count))
  }
}
