/** In a window, where pictures are taken: small print can be read on a screen. */
export const PICTURE_ZOOM = 1.5

/**
 * The look of papers: A4, calm, one accent, legible in greyscale, room for a pen. A page is a section as
 * large as the paper, so that it looks the same in a window, where its picture is taken, and in print.
 * With the address of one page (`#p2`) only that page is there.
 */
export const PAPER_STYLE = `
@page { size: A4; margin: 0; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.6 "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "SimSun-ExtB", "Noto Serif CJK SC", sans-serif;
  color: #23221f; background: #fff; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
html:lang(en) { font-family: "Segoe UI", "Helvetica Neue", "Noto Sans", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "SimSun-ExtB", "Noto Serif CJK SC", sans-serif; font-size: 10pt; line-height: 1.45; }
body, h1, h2, p, ol, ul, dl, dd { margin: 0; padding: 0; }
@media screen { html { zoom: ${PICTURE_ZOOM}; overflow: hidden; } body:has(.page:target) .page:not(:target) { display: none; } }
.page { position: relative; display: flex; flex-direction: column; width: 210mm; min-height: 296.8mm; padding: 15mm 18mm 11mm; }
.page + .page { break-before: page; }
header { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm; padding-bottom: 4.5mm; border-bottom: 1.2pt solid #1f4e8c; }
.school { color: #1f4e8c; font-size: 12pt; font-weight: 700; }
h1 { margin-top: .5mm; font-size: 25pt; line-height: 1.3; font-weight: 700; word-break: keep-all; overflow-wrap: anywhere; text-wrap: balance; }
.marks { display: flex; flex-direction: column; align-items: flex-end; gap: 2mm; }
.marks b { padding: 1mm 3.5mm; border: 1.2pt solid #23221f; border-radius: 1.5mm; font-size: 11pt; line-height: 1.5; font-weight: 700; white-space: nowrap; }
h2 { margin-top: 5.5mm; font-size: 13pt; line-height: 1.5; font-weight: 700; color: #1f4e8c; }
.soft { color: #5c5a54; }
.who { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5mm 9mm; margin-top: 5mm; font-size: 13pt; }
.who b { font-size: 24pt; line-height: 1.3; font-weight: 700; overflow-wrap: anywhere; }
.said { margin-top: 1.5mm; }
.facts { display: grid; grid-template-columns: 40mm 1fr 1fr; margin-top: 4.5mm; border: .8pt solid #1f4e8c; border-radius: 2.5mm; break-inside: avoid; }
.facts div { padding: 3.5mm 4.5mm 4mm; }
.facts div + div { border-left: .6pt solid #b9c6d9; }
dt { color: #1f4e8c; font-size: 10.5pt; font-weight: 700; }
dd { font-size: 13pt; line-height: 1.45; font-weight: 700; word-break: keep-all; overflow-wrap: anywhere; text-wrap: pretty; }
html:lang(en) dd { font-size: 12pt; line-height: 1.35; }
html dd.large { font-size: 21pt; line-height: 1.3; }
html dd.note { margin-top: 1mm; color: #5c5a54; font-size: 10pt; line-height: 1.5; font-weight: 400; }
html:lang(en) dd.note { font-size: 9pt; line-height: 1.4; }
ol { list-style: none; counter-reset: step; margin-top: 1mm; }
ol li { position: relative; padding-left: 9mm; margin-top: 1.3mm; counter-increment: step; }
ol li::before { content: counter(step); position: absolute; left: 0; top: .55mm; width: 5.6mm; height: 5.6mm; border: .8pt solid #1f4e8c; border-radius: 50%; color: #1f4e8c; font-size: 9.5pt; line-height: 5.2mm; font-weight: 700; text-align: center; }
ul { list-style: none; margin-top: 1mm; }
ul li { position: relative; padding-left: 9mm; margin-top: 1mm; }
ul li::before { content: ""; position: absolute; left: 2mm; top: 2.6mm; width: 1.6mm; height: 1.6mm; border-radius: 50%; background: #1f4e8c; }
html:lang(en) ol li::before { top: -.1mm; width: 5.2mm; height: 5.2mm; line-height: 4.8mm; font-size: 9pt; }
html:lang(en) ul li::before { top: 1.9mm; }
.plain { margin-top: 1mm; }
footer { margin-top: auto; padding-top: 4mm; }
.help { display: flex; align-items: center; gap: 8mm; padding: 3mm 5mm; border-radius: 2.5mm; background: #eef2f8; }
.help p { line-height: 1.4; overflow-wrap: anywhere; }
.help span { display: block; color: #5c5a54; font-size: 9.5pt; }
.help b { font-weight: 700; }
.help p:first-child { flex: none; }
.help p:first-child b { font-size: 20pt; line-height: 1.25; letter-spacing: .3mm; }
.help p + p { padding-left: 8mm; border-left: .6pt solid #b9c6d9; }
.foot { display: flex; justify-content: space-between; gap: 8mm; margin-top: 3mm; color: #6b6b66; font-size: 8.5pt; }
.total { font-size: 14pt; line-height: 1.4; font-weight: 700; text-align: right; white-space: nowrap; }
.ask { margin-top: 4mm; }
table { width: 100%; border-collapse: collapse; margin-top: 3.5mm; }
th { white-space: nowrap; text-align: left; vertical-align: bottom; color: #1f4e8c; font-size: 10pt; line-height: 1.35; font-weight: 700; border-bottom: 1pt solid #1f4e8c; }
th { padding: 1.2mm 2mm; }
td { height: 9.7mm; padding: .5mm 2mm; font-size: 10pt; line-height: 1.2; vertical-align: middle; border-bottom: .5pt solid #c9c7c0; }
.place { width: 12mm; text-align: right; padding-right: 3.5mm; }
td.place { color: #5c5a54; }
.name { min-width: 26mm; font-size: 12.5pt; font-weight: 700; overflow-wrap: anywhere; }
.name.long { font-size: 9.5pt; line-height: 1.15; }
.number { white-space: nowrap; }
.pen { width: 52mm; border-left: .5pt solid #c9c7c0; }
.pen + .on { border-left: .5pt solid #c9c7c0; }
.on { width: 33mm; white-space: nowrap; font-size: 10pt; }
.late { font-weight: 700; white-space: nowrap; }
.lines { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm 12mm; margin-top: 11mm; break-inside: avoid; }
.lines p { display: flex; align-items: flex-end; gap: 3mm; white-space: nowrap; }
.lines i { flex: 1; height: 7mm; border-bottom: .8pt solid #23221f; }
.letter { margin-top: 7mm; font-size: 12pt; line-height: 1.9; }
.letter p + p { text-indent: 2em; }
html:lang(en) .letter { line-height: 1.65; }
html:lang(en) .letter p + p { text-indent: 0; margin-top: 3mm; }
.closing { margin-top: 6mm; font-size: 12pt; line-height: 1.8; break-inside: avoid; }
.closing .signed { margin-top: 7mm; text-align: right; }
.tablenote { margin-top: 2mm; font-size: 9.5pt; color: #5c5a54; }
.ground { position: absolute; inset: 0; display: grid; place-items: center; overflow: hidden; color: #23221f; opacity: .07; font-size: 46pt; font-weight: 700; white-space: nowrap; pointer-events: none; }
.ground span { transform: rotate(-32deg); }
`
