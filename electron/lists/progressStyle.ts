/** The look of the pages for class teachers: A4, one page a class, legible in greyscale, room for a pen. */
export const PROGRESS_STYLE = `
@page { size: A4; margin: 16mm 16mm 18mm; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.45 "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
  color: #23221f; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, h1, h2, p, ul { margin: 0; padding: 0; }
section + section { break-before: page; }
header { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; border-bottom: 1.2pt solid #1f4e8c; padding-bottom: 4mm; }
.school { color: #1f4e8c; font-size: 11pt; font-weight: 700; }
h1 { font-size: 24pt; line-height: 1.3; font-weight: 700; }
.soft, .ask { color: #6b6b66; }
.figures { text-align: right; white-space: nowrap; }
.figures b { display: block; font-size: 26pt; line-height: 1.2; font-weight: 700; }
.figures span { color: #6b6b66; }
h2 { margin-top: 7mm; font-size: 13pt; font-weight: 700; color: #1f4e8c; }
.ask { margin-top: 1mm; }
.halves { display: flex; gap: 8mm; align-items: flex-start; margin-top: 4mm; }
table { flex: 1; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; font-weight: 700; color: #1f4e8c; border-bottom: .8pt solid #1f4e8c; white-space: nowrap; }
th, td { padding: 1.6mm 1.5mm; vertical-align: middle; }
td { border-bottom: .4pt solid #d9d7d0; }
.place { width: 10mm; color: #6b6b66; text-align: right; padding-right: 3mm; }
.name { font-size: 12pt; font-weight: 700; }
.tick { text-align: center; }
i { display: inline-block; width: 4.6mm; height: 4.6mm; border: .8pt solid #23221f; border-radius: .8mm; vertical-align: middle; }
table:not(:only-child) { font-size: 9.5pt; line-height: 1.25; }
table:not(:only-child) .name { font-size: 11pt; }
table:not(:only-child) th, table:not(:only-child) td { padding: .7mm 1mm; }
table:not(:only-child) i { width: 4.2mm; height: 4.2mm; }
ul { list-style: none; margin-top: 3mm; }
ul.columns { columns: 3; column-gap: 9mm; }
ul.one { max-width: 110mm; }
li { display: flex; justify-content: space-between; break-inside: avoid; padding: 1.35mm 0; border-bottom: .4pt solid #d9d7d0; }
li b { font-weight: 700; white-space: nowrap; }
li.done b::before { content: "✓"; color: #2c6e49; margin-right: 2mm; }
.complete { margin-top: 10mm; font-size: 14pt; font-weight: 700; }
.complete::before { content: "✓"; color: #2c6e49; margin-right: 3mm; }
`
