/**
 * The look of the printed pack: A4, calm, one accent. Colours stay legible in greyscale; a table's head is
 * repeated on each page, and no row or figure is cut in two. The room below a section's top is asked for and
 * given back: Chromium keeps no heading with a table that follows it.
 */
export const STYLE = `
@page { size: A4; margin: 17mm 16mm 19mm; }
* { box-sizing: border-box; }
html { font: 9.5pt/1.55 "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
  color: #23221f; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; }
h1 { font-size: 20pt; line-height: 1.3; font-weight: 700; margin: 0; }
h2 { font-size: 12pt; font-weight: 700; color: #1f4e8c; margin: 0 0 1mm; }
p { margin: 0; }
section { margin-top: 8mm; }
section.whole, section.whole table { break-inside: avoid; }
.top { break-inside: avoid; }
.top::after { content: ""; display: block; height: 26mm; margin-bottom: -26mm; }
.help { color: #6b6b66; margin-bottom: 2.5mm; }
header { border-bottom: 1.2pt solid #1f4e8c; padding-bottom: 4mm; }
header .year { color: #1f4e8c; font-size: 12pt; font-weight: 700; margin-bottom: 1mm; }
.about { margin: 4mm 0 5mm; color: #45443f; }
dl { display: grid; grid-template-columns: 29mm 1fr 27mm 1fr; gap: 1.5mm 4mm; margin: 0; }
dt { color: #6b6b66; }
dd { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(6, 1fr); border: .5pt solid #d9d7d0; border-radius: 2mm; break-inside: avoid; }
.figures div { padding: 3mm 1mm; text-align: center; }
.figures div + div { border-left: .5pt solid #d9d7d0; }
.figures b { display: block; font-size: 16pt; line-height: 1.25; font-weight: 700; }
.figures span { color: #6b6b66; }
.aside { margin-top: 2.5mm; color: #45443f; }
.aside span { white-space: nowrap; margin-right: 5mm; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { word-break: keep-all; }
th { text-align: left; vertical-align: bottom; font-weight: 700; color: #1f4e8c; line-height: 1.3; border-bottom: .8pt solid #1f4e8c; }
th, td { padding: 1.3mm 1.4mm; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
td { vertical-align: top; border-bottom: .4pt solid #e6e4dd; }
td.short, section.reasons td { white-space: nowrap; }
th.number, td.number { text-align: right; }
th.number + th.short, td.number + td.short { padding-left: 5mm; }
td.zero { color: #a9a79f; }
tr.total td { font-weight: 700; border-bottom: 0; border-top: .8pt solid #1f4e8c; }
td.bar { width: 46mm; padding-left: 4mm; vertical-align: middle; }
svg { display: block; }
svg rect { fill: #7d9cc4; }
.hash { margin-left: 1.5mm; font: 8pt/1.5 "Cascadia Mono", "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
.good::before { content: "✓"; color: #2c6e49; font-weight: 700; margin-right: 2mm; }
.bad { font-weight: 700; }
.bad::before { content: "!"; color: #a3261f; font-weight: 700; margin-right: 2mm; }
ul { margin: 0; padding-left: 5mm; }
li { margin-bottom: .6mm; break-inside: avoid; }
h3 { font-size: 9.5pt; font-weight: 700; margin: 3mm 0 1mm; break-after: avoid; }
.signature { break-inside: avoid; }
.signature table { margin-top: 1mm; }
.signature th { width: 34mm; vertical-align: middle; border: .5pt solid #b9b7af; padding: 2mm 3mm; color: #23221f; }
.signature td { border: .5pt solid #b9b7af; height: 11mm; }
.signature tr:first-child td { height: 32mm; }
.watermark { position: fixed; inset: 0; z-index: -1; overflow: hidden; color: #1f4e8c; opacity: .08; font-size: 13pt; white-space: nowrap; }
.watermark span { position: absolute; transform: rotate(-24deg); transform-origin: left bottom; }
.watermark span:nth-child(1) { left: 2%; top: 27%; }
.watermark span:nth-child(2) { left: 22%; top: 47%; }
.watermark span:nth-child(3) { left: 2%; top: 67%; }
.watermark span:nth-child(4) { left: 22%; top: 87%; }
`
