/// The style sheet of `report.html`: light and dark, screen and paper.
enum PageStyle {
  /// The sheet, to be put into the page as it is.
  static let sheet = #"""
    :root {
      color-scheme: light dark;
      --page: #f6f5f1; --panel: #ffffff; --ink: #1d2733; --quiet: #5f6b78; --rule: #dfe2e1;
      --accent: #23527c; --area: #a9cdea; --need: #17324d; --bad: #cf3d3d; --bad-soft: #fbe9e7;
      --good: #2c7a55; --good-soft: #e6f3ec; --pause: #7d5fb2; --track: #eceeed;
      --workday: #6a8299; --rest-day: #2f9384; --statutory-day: #c5532f; --adjusted-workday: #b98a17;
      --shift-light: 90%; --shift-chroma: 62%; --shift-ink: #14202c;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #12171d; --panel: #1b222a; --ink: #e6ebf0; --quiet: #9aa7b4; --rule: #323c46;
        --accent: #8ec1ee; --area: #2f5f86; --need: #f1f5f9; --bad: #ff7b72; --bad-soft: #3c2022;
        --good: #6fcf9b; --good-soft: #1c3328; --pause: #b59be6; --track: #2a333d;
        --workday: #8ea5bb; --rest-day: #4db8a7; --statutory-day: #e87f5b;
        --adjusted-workday: #d9ab3d;
        --shift-light: 27%; --shift-chroma: 34%; --shift-ink: #eef3f8;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--page); color: var(--ink);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue",
        "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
      font-variant-numeric: tabular-nums;
    }
    :lang(zh-Hant) body, body:lang(zh-Hant) {
      font-family: system-ui, -apple-system, "Segoe UI", "PingFang TC", "Microsoft JhengHei",
        "Noto Sans CJK TC", "Noto Sans TC", sans-serif;
    }
    header, main, footer { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
    header { padding-top: 32px; }
    h1 { font-size: 30px; line-height: 1.2; margin: 2px 0 6px; overflow-wrap: anywhere; }
    h2 { font-size: 19px; margin: 0 0 12px; }
    h3 { font-size: 14px; margin: 0 0 6px; }
    p { margin: 0 0 8px; }
    .kicker { color: var(--accent); font-weight: 600; letter-spacing: .04em; margin: 0; }
    .quiet { color: var(--quiet); }
    .verdict {
      display: inline-block; padding: 3px 12px; border-radius: 99px; font-weight: 600;
      background: var(--good-soft); color: var(--good);
    }
    .verdict.bad { background: var(--bad-soft); color: var(--bad); }
    section { margin: 30px 0; }
    .panel {
      background: var(--panel); border: 1px solid var(--rule); border-radius: 10px;
      padding: 16px 18px;
    }
    .alarm { border-color: var(--bad); border-left-width: 5px; }
    .alarm h2 { color: var(--bad); }
    .caution { border-left: 5px solid var(--adjusted-workday); }
    .caution ul { margin: 0; padding-left: 20px; }
    .cards { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(168px, 1fr)); }
    .card { background: var(--panel); border: 1px solid var(--rule); border-radius: 10px; padding: 12px 16px; }
    .card p { margin: 0; }
    .card .label { color: var(--quiet); font-size: 13px; }
    .card .value { font-size: 25px; font-weight: 650; line-height: 1.25; white-space: nowrap; }
    .card .unit { font-size: 13px; font-weight: 500; color: var(--quiet); }
    .card .note { font-size: 12.5px; color: var(--quiet); line-height: 1.35; }
    .card.bad .value { color: var(--bad); }
    .card.good .value { color: var(--good); }
    .columns { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(380px, 1fr));
      align-items: start; margin: 30px 0; }
    .columns > section { margin: 0; }
    .days { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); }
    .day { background: var(--panel); border: 1px solid var(--rule); border-radius: 10px;
      padding: 10px 14px 8px; border-top: 4px solid var(--class, var(--rule)); break-inside: avoid; }
    .day .head { display: flex; justify-content: space-between; gap: 8px; align-items: baseline; }
    .day .head b { font-size: 15px; }
    .day .sub { font-size: 12.5px; color: var(--quiet); display: flex;
      justify-content: space-between; gap: 8px; margin: 0 0 4px; }
    .day figure { margin: 4px 0 0; }
    .day figcaption { font-size: 12px; color: var(--quiet); display: flex; justify-content: space-between; }
    .workday { --class: var(--workday); }
    .rest-day { --class: var(--rest-day); }
    .statutory-day { --class: var(--statutory-day); }
    .adjusted-workday { --class: var(--adjusted-workday); }
    .badge { font-size: 12px; font-weight: 600; color: var(--class); white-space: nowrap; }
    .missing { color: var(--bad); font-weight: 600; }
    svg { display: block; width: 100%; height: auto; }
    svg text { font-size: 9px; fill: var(--quiet); }
    svg .rule { stroke: var(--rule); stroke-width: .7; }
    svg.cover .on-duty { fill: var(--area); }
    svg.cover .short { fill: var(--bad); opacity: .85; }
    svg.cover .need { fill: none; stroke: var(--need); stroke-width: 1.5; stroke-linejoin: round; }
    svg.cover .pause { fill: var(--pause); }
    svg.band .range { fill: var(--area); opacity: .75; }
    svg.band .mean { fill: none; stroke: var(--accent); stroke-width: 1.3; }
    svg.band .came { fill: none; stroke: var(--bad); stroke-width: 1.4; }
    .swatch.range { background: var(--area); }
    .swatch.mean { height: 0; border-top: 2.5px solid var(--accent); border-radius: 0; vertical-align: middle; }
    .swatch.came { height: 0; border-top: 2.5px solid var(--bad); border-radius: 0; vertical-align: middle; }
    svg.ramp { max-width: 900px; }
    svg.ramp text { font-size: 11px; }
    svg.ramp .bar { fill: var(--class); }
    svg.ramp .value, svg.spread .value { fill: var(--ink); font-weight: 600; }
    svg.ramp .inside { fill: #fff; font-weight: 600; }
    svg.ramp .target { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 4 3; }
    svg.spread text { font-size: 10.5px; }
    svg.spread .bar { fill: var(--accent); opacity: .75; }
    .legend { display: flex; flex-wrap: wrap; gap: 6px 18px; font-size: 12.5px; color: var(--quiet);
      margin: 0 0 10px; padding: 0; list-style: none; align-items: center; }
    .legend .swatch { display: inline-block; width: 14px; height: 10px; margin-right: 6px;
      border-radius: 2px; vertical-align: baseline; }
    .swatch.need { height: 0; border-top: 2.5px solid var(--need); border-radius: 0; vertical-align: middle; }
    .swatch.target { height: 0; border-top: 2px dashed var(--ink); border-radius: 0; vertical-align: middle; width: 18px; }
    .swatch.area { background: var(--area); } .swatch.short { background: var(--bad); }
    .swatch.pause { background: var(--pause); height: 5px; vertical-align: middle; }
    .swatch.class { background: var(--class); }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
    th { text-align: left; color: var(--quiet); font-weight: 600; font-size: 12.5px;
      border-bottom: 1px solid var(--rule); padding: 4px 10px 4px 0; vertical-align: bottom; }
    td { padding: 4px 10px 4px 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
    tr:last-child td { border-bottom: 0; }
    .num { text-align: right; white-space: nowrap; }
    tfoot td, tr.total td { font-weight: 650; border-top: 1.5px solid var(--rule); }
    .grid { border-collapse: separate; border-spacing: 2px; font-size: 12px; line-height: 1.25; }
    .grid th, .grid td { border: 0; padding: 3px 5px; }
    .grid thead th { position: sticky; top: 0; background: var(--panel); text-align: center;
      border-top: 4px solid var(--class, transparent); white-space: nowrap; z-index: 2; }
    .grid thead th.who { text-align: left; }
    .grid .who { position: sticky; left: 0; background: var(--panel); z-index: 1; min-width: 120px;
      max-width: 190px; overflow-wrap: anywhere; font-weight: 600; color: var(--ink); font-size: 12.5px;
      text-align: left; vertical-align: middle; padding-right: 8px; }
    .grid td.who { white-space: normal; text-align: left; }
    .grid td.who small { font-weight: 400; color: var(--quiet); max-width: none; margin: 0; opacity: 1; }
    .grid thead .who { z-index: 3; }
    .grid td { text-align: center; vertical-align: middle; min-width: 74px; height: 32px; border-radius: 5px;
      white-space: nowrap; }
    .grid td.sum { min-width: 34px; text-align: right; }
    .grid th.sum { text-align: right; white-space: normal; }
    .grid td.off { background: var(--track); color: var(--quiet); }
    .grid td.leave { color: var(--quiet); background: repeating-linear-gradient(135deg,
      var(--track) 0 5px, transparent 5px 9px); }
    .grid td.shift, .swatch.shift { color: var(--shift-ink);
      background: hsl(var(--hue) var(--shift-chroma) var(--shift-light)); }
    .grid td.night, .swatch.night { box-shadow: inset 0 0 0 1.5px hsl(var(--hue) 38% 58%); }
    .grid td small { display: block; font-size: 10.5px; opacity: .85; overflow: hidden;
      text-overflow: ellipsis; max-width: 120px; margin: 0 auto; }
    .grid tfoot td { background: none; color: var(--quiet); height: auto; font-weight: 600; }
    .p0 { --hue: 207; } .p1 { --hue: 40; } .p2 { --hue: 142; } .p3 { --hue: 338; }
    .p4 { --hue: 262; } .p5 { --hue: 18; } .p6 { --hue: 178; } .p7 { --hue: 84; } .p8 { --hue: 220; --shift-chroma: 8%; }
    .mark { font-weight: 700; }
    .grid td small .mark { margin-left: 4px; }
    .mark.kept { color: var(--good); } .mark.broken { color: var(--bad); } .mark.pinned { opacity: .6; }
    .track { display: flex; height: 9px; border-radius: 5px; background: var(--track); overflow: hidden;
      min-width: 60px; margin-top: 6px; }
    .track i { display: block; height: 100%; background: var(--accent); }
    .track i.before { opacity: .35; }
    .track.good i { background: var(--good); }
    .bars td { vertical-align: middle; padding: 2px 12px 2px 0; }
    .bars .track { margin: 0; }
    .bars td.pair { width: 20%; }
    .pair div.cell { display: grid; grid-template-columns: 1fr 36px; gap: 8px; align-items: center; }
    .pair span { text-align: right; }
    .spreads { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(215px, 1fr)); }
    .spreads dl { display: flex; gap: 14px; margin: 4px 0 0; font-size: 12.5px; color: var(--quiet); }
    .spreads dt { display: inline; } .spreads dd { display: inline; margin: 0; color: var(--ink); font-weight: 600; }
    .spreads dl div { white-space: nowrap; }
    details summary { cursor: pointer; font-weight: 600; margin: 14px 0 8px; }
    footer { color: var(--quiet); font-size: 12.5px; padding-bottom: 40px; border-top: 1px solid var(--rule); padding-top: 14px; }
    @media (max-width: 640px) { header, main, footer { padding-left: 14px; padding-right: 14px; }
      .columns, .days { grid-template-columns: 1fr; }
      .card .value { font-size: 20px; }
      td:first-child, th:first-child { min-width: 7em; }
      .scroll > svg { min-width: 640px; } }
    @media print {
      @page { size: A4 landscape; margin: 11mm; }
      :root { color-scheme: light; --page: #fff; }
      body { font-size: 11.5px; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      header, main, footer { max-width: none; padding: 0; }
      section { margin: 14px 0; }
      .card, .day, .spreads > div, tr { break-inside: avoid; }
      h2, .legend { break-after: avoid; }
      tfoot { display: table-row-group; }
      header { padding: 0; }
      .cards { grid-template-columns: repeat(6, 1fr); gap: 8px; }
      .card { padding: 6px 10px; }
      .card .value { font-size: 18px; }
      .card .note, .card .label, .card .unit { font-size: 10px; }
      .days { grid-template-columns: repeat(5, 1fr); gap: 8px; }
      .day { padding: 6px 8px; }
      .day .head, .day .sub { display: block; }
      .day .head b, .day .head span, .day .sub span { display: block; font-size: 10.5px; }
      .columns { display: block; margin: 14px 0; }
      .columns > section { margin: 14px 0; break-inside: avoid; }
      svg.ramp { max-width: 480px; }
      .scroll { overflow: visible; }
      .grid thead th, .grid .who { position: static; }
      .grid { font-size: 9.5px; } .grid td { min-width: 0; height: auto; padding: 2px; }
    }
    """#
}
