/// The template of `report.html`. Values are escaped unless they are pictures
/// of our own making, which stand in three braces.
enum PageTemplate {
  /// The Mustache template; its context is a ``PageContext``.
  static let text = #"""
    {{% CONTENT_TYPE: STAFFOPT_REPORT}}<!doctype html>
    <html lang="{{languageTag}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="staffopt">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <header>
    <p class="kicker">{{heads.kicker}}</p>
    <h1>{{title}}</h1>
    <p class="quiet">{{period}} · {{team}} · {{zone}}</p>
    <p class="verdict{{#isBroken}} bad{{/isBroken}}">{{verdict}}</p>
    </header>
    <main>
    <section class="cards">
    {{#cards}}
    <div class="card {{tone}}"><p class="label">{{label}}</p><p class="value">{{value}} <span class="unit">{{unit}}</span></p><p class="note">{{note}}</p></div>
    {{/cards}}
    </section>
    {{#violations}}
    <section class="panel alarm">
    <h2>{{heads.violations}}</h2>
    <div class="scroll"><table>
    <thead><tr><th>{{heads.employee}}</th><th>{{heads.date}}</th><th>{{heads.rule}}</th><th>{{heads.limit}}</th><th>{{heads.actual}}</th><th>{{heads.explanation}}</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><td>{{who}}</td><td>{{when}}</td><td>{{rule}}</td><td>{{limit}}</td><td class="missing">{{actual}}</td><td>{{message}}</td></tr>
    {{/rows}}
    </tbody></table></div>
    </section>
    {{/violations}}
    {{#warnings}}
    <section class="panel caution">
    <h2>{{heads.warnings}}</h2>
    <ul>
    {{#lines}}
    <li>{{.}}</li>
    {{/lines}}
    </ul>
    </section>
    {{/warnings}}
    <section>
    <h2>{{heads.coverage}}</h2>
    {{#hasCovers}}<ul class="legend"><li><span class="swatch need"></span>{{heads.need}}</li><li><span class="swatch area"></span>{{heads.cover}}</li><li><span class="swatch short"></span>{{heads.short}}</li><li><span class="swatch pause"></span>{{heads.breaks}}</li></ul>{{/hasCovers}}
    <div class="days">
    {{#days}}
    <article class="day {{dayClass}}">
    <div class="head"><b>{{name}}</b><span class="badge">{{className}}</span></div>
    <p class="sub"><span>{{onDuty}}</span>{{#isShort}}<span class="missing">{{short}}</span>{{/isShort}}</p>
    {{#charts}}
    <figure><figcaption><span>{{skill}}</span>{{#isSkillShort}}<span class="missing">{{skillShort}}</span>{{/isSkillShort}}</figcaption>{{{picture}}}</figure>
    {{/charts}}
    </article>
    {{/days}}
    </div>
    </section>
    <div class="columns">
    <section class="panel">
    <h2>{{heads.rampUp}}</h2>
    <ul class="legend">{{#classes}}<li class="{{dayClass}}"><span class="swatch class"></span>{{className}}</li>{{/classes}}{{#hasTarget}}<li><span class="swatch target"></span>{{heads.target}}</li>{{/hasTarget}}</ul>
    {{{rampUp}}}
    </section>
    <section class="panel">
    <h2>{{heads.gaps}}</h2>
    {{#gaps}}
    <div class="scroll"><table>
    <thead><tr><th>{{heads.date}}</th><th>{{heads.time}}</th><th>{{heads.skill}}</th><th class="num">{{heads.agentsShort}}</th><th class="num">{{heads.atWorst}}</th><th class="num">{{heads.agentHours}}</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><td>{{date}}</td><td>{{time}}</td><td>{{skill}}</td><td class="num missing">{{agents}}</td><td class="num">{{worst}}</td><td class="num">{{hours}}</td></tr>
    {{/rows}}
    </tbody></table></div>
    {{#hasMore}}<p class="quiet">{{more}}</p>{{/hasMore}}
    {{/gaps}}
    {{#shiftGaps}}
    <div class="scroll"><table>
    <thead><tr><th>{{heads.date}}</th><th>{{heads.shift}}</th><th class="num">{{heads.need}}</th><th class="num">{{heads.onDuty}}</th><th class="num">{{heads.short}}</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><td>{{date}}</td><td>{{shift}}</td><td class="num">{{wanted}}</td><td class="num">{{there}}</td><td class="num missing">{{missing}}</td></tr>
    {{/rows}}
    </tbody></table></div>
    {{/shiftGaps}}
    {{#hasNoGaps}}<p>{{noGaps}}</p>{{/hasNoGaps}}
    {{#posts}}
    <h3>{{heads.posts}}</h3>
    <ul>
    {{#lines}}
    <li>{{.}}</li>
    {{/lines}}
    </ul>
    {{/posts}}
    </section>
    </div>
    {{#outlooks}}
    <section class="panel">
    <h2>{{heading}}</h2>
    <div class="scroll"><table>
    <thead><tr><th></th>{{#columns}}<th class="num">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr><td>{{name}}</td>{{#cells}}<td class="num">{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>
    {{#sentences}}
    <p class="quiet">{{.}}</p>
    {{/sentences}}
    </section>
    {{/outlooks}}
    {{#grid}}
    <section class="panel">
    <h2>{{heads.roster}}</h2>
    <ul class="legend">{{#patterns}}<li><span class="swatch shift {{swatch}}"></span>{{patternName}}</li>{{/patterns}}{{#marks}}<li><span class="mark {{kind}}">{{sign}}</span> {{meaning}}</li>{{/marks}}</ul>
    <div class="scroll"><table class="grid">
    <thead><tr><th class="who">{{heads.employee}}</th>{{#columns}}<th class="{{dayClass}}" title="{{className}}">{{weekday}}<br>{{date}}</th>{{/columns}}<th class="sum">{{heads.shifts}}</th><th class="sum">{{heads.hours}}</th></tr></thead>
    <tbody>
    {{#people}}
    <tr><td class="who">{{name}}<small>{{about}}</small></td>{{#cells}}<td class="{{style}}" title="{{hint}}">{{words}}{{#hasNote}}<small>{{pattern}}{{#signs}}<span class="mark {{kind}}">{{sign}}</span>{{/signs}}</small>{{/hasNote}}</td>{{/cells}}<td class="sum">{{shifts}}</td><td class="sum">{{paidHours}}</td></tr>
    {{/people}}
    </tbody>
    <tfoot><tr><td class="who">{{heads.onDuty}}</td>{{#columns}}<td>{{onDuty}}</td>{{/columns}}<td class="sum">{{totalShifts}}</td><td class="sum">{{totalHours}}</td></tr></tfoot>
    </table></div>
    </section>
    {{/grid}}
    {{#fairness}}
    <section class="panel">
    <h2>{{heads.fairness}}</h2>
    <div class="spreads">
    {{#spreads}}
    <div><h3>{{burden}}</h3>{{{picture}}}<dl><div><dt>{{heads.least}}</dt> <dd>{{least}}</dd></div><div><dt>{{heads.mean}}</dt> <dd>{{mean}}</dd></div><div><dt>{{heads.most}}</dt> <dd>{{most}}</dd></div></dl></div>
    {{/spreads}}
    </div>
    <details{{#isOpen}} open{{/isOpen}}><summary>{{heads.personBars}}</summary>
    {{#hasCarried}}<p class="legend"><span><span class="swatch" style="background:var(--accent);opacity:.35"></span>{{heads.carried}}</span></p>{{/hasCarried}}
    <div class="scroll"><table class="bars">
    <thead><tr><th>{{heads.employee}}</th>{{#spreads}}<th>{{burden}}</th>{{/spreads}}</tr></thead>
    <tbody>
    {{#bars}}
    <tr><td>{{name}}</td>{{#cells}}<td class="pair"><div class="cell"><div class="track">{{#hasBefore}}<i class="before" style="width:{{before}}%"></i>{{/hasBefore}}<i style="width:{{now}}%"></i></div><span>{{amount}}</span></div></td>{{/cells}}</tr>
    {{/bars}}
    </tbody></table></div>
    </details>
    </section>
    {{/fairness}}
    <div class="columns">
    <section class="panel">
    <h2>{{heads.cost}}</h2>
    <table class="bars"><tbody>
    {{#costs}}
    <tr><td>{{part}}</td><td style="width:45%"><div class="track"><i style="width:{{width}}%"></i></div></td><td class="num">{{amount}}</td><td class="num quiet">{{share}}</td></tr>
    {{/costs}}
    <tr class="total"><td>{{heads.total}}</td><td></td><td class="num">{{totalCost}}</td><td></td></tr>
    </tbody></table>
    <p class="quiet">{{currencyNote}} {{proof}}</p>
    </section>
    {{#choices}}
    <section class="panel">
    <h2>{{heads.choices}}</h2>
    <table class="bars"><tbody>
    {{#rows}}
    <tr><td>{{name}}</td><td class="num">{{people}}</td><td style="width:38%"><div class="track good"><i style="width:{{width}}%"></i></div></td><td class="num">{{met}}</td></tr>
    <tr><td class="quiet" colspan="4">{{explanation}}</td></tr>
    {{/rows}}
    </tbody></table>
    </section>
    {{/choices}}
    </div>
    {{#methods}}
    <section class="panel">
    <h2>{{heads.method}}</h2>
    <div class="scroll"><table>
    <thead><tr><th>{{heads.workClass}}</th><th>{{heads.skill}}</th><th>{{heads.goal}}</th><th class="num">{{heads.arrivals}}</th><th class="num">{{heads.handleTime}}</th><th class="num">{{heads.shrinkage}}</th><th class="num">{{heads.serving}}</th><th class="num">{{heads.onDutyHours}}</th><th class="num">{{heads.highest}}</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><td>{{name}}</td><td>{{skill}}</td><td>{{goal}}</td><td class="num">{{arrivals}}</td><td class="num">{{handleTime}}</td><td class="num">{{shrinkage}}</td><td class="num">{{serving}}</td><td class="num">{{onDuty}}</td><td class="num">{{highest}}</td></tr>
    {{/rows}}
    </tbody></table></div>
    </section>
    {{/methods}}
    {{#forecasts}}
    <section>
    <h2>{{heading}}</h2>
    {{{legend}}}
    <div class="days">
    {{{charts}}}
    </div>
    </section>
    {{/forecasts}}
    </main>
    <footer>
    {{#footnotes}}
    <p>{{.}}</p>
    {{/footnotes}}
    </footer>
    </body>
    </html>

    """#
}
