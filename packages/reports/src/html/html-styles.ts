import { Html } from "./html.ts";

/*
 * One style sheet in one piece, in the order of the page. No value in it comes from a case.
 * Stances carry three signs: hue, line (solid, wavy, dashed) and glyph. Filled is settled, dashed is open.
 */

const SVG = "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'";
const PEN = "fill='none' stroke='%23000' stroke-width='3'";

function tick(path: string): string {
  return `url("data:image/svg+xml,${SVG}%3E%3Cpath d='${path}' ${PEN}/%3E%3C/svg%3E")`;
}

const LIGHT =
  "--paper:#fbf8f1;--line:#e4dccb;--rule:#221e17;--ink:#221e17;--ink2:#5b5344;--link:#2b4a9e;--wait:#7a5000;" +
  "--v:#00664f;--vl:#0a8f6b;--vt:#009e731f;--d:#a03c00;--dl:#d0560a;--dt:#d55e001f;" +
  "--m:#7c3c66;--ml:#b0648f;--mt:#cc79a733;--on:#2b4a9e14";
const DARK =
  "--paper:#1b1916;--line:#38332b;--rule:#8f8674;--ink:#e9e2d5;--ink2:#b0a694;--link:#9db4f2;--wait:#e8bd5c;" +
  "--v:#57c9a3;--vl:#2fa883;--vt:#2fa88330;--d:#f5a06a;--dl:#e0803f;--dt:#e0803f2e;" +
  "--m:#dba6c6;--ml:#b97aa1;--mt:#b97aa138;--on:#9db4f21f";

export const STYLES: Html = new Html(`
:root{color-scheme:light dark;${LIGHT};
--serif:"Source Serif 4","Source Serif Pro","Iowan Old Style",Charter,Georgia,"Noto Serif","DejaVu Serif",serif;
--sans:"Source Sans 3","Source Sans Pro","Segoe UI",system-ui,"Noto Sans",Helvetica,Arial,sans-serif;
--mono:"Source Code Pro",ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
@media (prefers-contrast:more){:root{--ink2:var(--ink);--line:var(--ink2)}}
*{box-sizing:border-box;margin:0}
html{background:var(--paper);scroll-padding-top:16px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:1080px;margin:0 auto;padding:0 40px 56px;color:var(--ink);font:400 15px/1.45 var(--sans);
  overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
a{color:inherit;text-decoration:underline 1px;text-decoration-color:var(--line);text-underline-offset:3px}
a:hover{color:var(--link);text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
ul,ol{list-style:none;padding:0}dd{margin:0}abbr{text-decoration:none}em{font-style:normal}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sprite{position:absolute}.i{width:14px;height:14px;flex:none;vertical-align:-2px}
header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:4px 24px;
  padding:18px 0 10px;border-bottom:2px solid var(--rule);font-size:14px;color:var(--ink2)}
header b{font:600 19px/1.1 var(--serif);color:var(--ink)}
header nav{display:flex;flex-wrap:wrap;gap:2px 16px}header nav a{color:var(--link);text-decoration-color:currentColor}
.opening{padding-top:36px}
.kick{margin-bottom:8px;font-size:14px;color:var(--ink2)}
h1{font:600 clamp(30px,4.4vw,42px)/1.1 var(--serif);letter-spacing:-.015em;max-width:21em;text-wrap:balance;
  margin-bottom:16px}
.stand{font:400 20.5px/1.46 var(--serif);max-width:35em;text-wrap:pretty}
.summary{margin-top:12px;font:400 17px/1.55 var(--serif);max-width:40em;color:var(--ink2);text-wrap:pretty}
.figures{display:grid;grid-template-columns:1fr 1.35fr 1fr 1.15fr;margin-top:28px;border-top:1px solid var(--line);
  border-bottom:1px solid var(--line)}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end;gap:4px;padding:14px 18px 14px 0}
.figures div+div{padding-left:18px;border-left:1px solid var(--line)}
.figures dd{font:600 24px/1.12 var(--serif);font-variant-numeric:lining-nums;overflow-wrap:normal}
.figures dt{font-size:13px;line-height:1.4;color:var(--ink2)}
.notes{margin-top:22px;padding:2px 0 2px 16px;border-left:3px solid var(--wait);max-width:704px}
.notes h2{all:unset;display:block;font:600 14px/1.5 var(--sans);color:var(--wait)}
.notes li{margin-top:2px}
section>h2{font:600 24px/1.2 var(--serif);letter-spacing:-.005em;margin:52px 0 14px;padding-top:12px;
  border-top:1px solid var(--rule)}
.none{color:var(--ink2)}
.find{display:grid;grid-template-columns:52px minmax(0,704px) minmax(0,1fr);gap:0 20px;padding:24px 0 22px;
  border-top:1px solid var(--line)}
h2+.find{border-top:0;padding-top:8px}
.no{font:600 16px/27px var(--sans);font-variant-numeric:tabular-nums;color:var(--ink2)}.no a{text-decoration:none}
.find h3{font:600 21px/1.3 var(--serif);text-wrap:pretty;margin-bottom:5px}
.line{display:flex;flex-wrap:wrap;gap:2px 16px;align-items:baseline;margin-bottom:10px;font-size:14px}
.kind,.dot{color:var(--ink2)}
.verdict{white-space:nowrap;font-weight:500}.verdict .i{margin-right:6px}
.verdict.corroborated .i,.verdict.supported .i,.verdict.single_source .i{color:var(--v)}
.verdict.conflicting .i,.verdict.refuted .i{color:var(--d)}.verdict.not_enough_evidence .i{color:var(--ink2)}
.verdict em{margin-left:4px;font-weight:400;color:var(--ink2);border-bottom:1px dashed currentColor;line-height:1.2}
.rated{margin:-2px 0 12px;max-width:40em}.rated .by{margin-left:6px;font-size:13px;color:var(--ink2)}
.j{display:grid;grid-template-columns:122px minmax(0,1fr);gap:2px 14px;padding:10px 0 11px;
  border-top:1px solid var(--line)}
.says{display:flex;flex-direction:column;align-items:flex-start;gap:1px;font-size:13px;line-height:1.4}
.stance{display:inline-flex;align-items:center;gap:7px;font:600 14px/25px var(--sans);text-decoration:none}
.stance.verified{color:var(--v)}.stance.disputed{color:var(--d)}.stance.missing{color:var(--m)}
.stance.none{color:var(--ink2)}
a.stance:hover{text-decoration:underline 1px}
.flag{padding-left:21px;color:var(--ink2)}.flag.wait{color:var(--wait)}
.flag:first-child{line-height:25px}
.psg{margin-bottom:6px;line-height:1.56}
q{quotes:none;font:400 17px/1.56 var(--serif);font-variant-numeric:oldstyle-nums proportional-nums;
  white-space:pre-line;text-wrap:pretty}
.cut{color:var(--ink2)}
mark{position:relative;color:inherit;background:var(--t);text-decoration:underline var(--s) var(--l) 1.5px;
  text-underline-offset:3.5px;text-decoration-skip-ink:none;-webkit-box-decoration-break:clone;
  box-decoration-break:clone}
mark::before{content:"";position:absolute;width:8px;height:8px;margin:-5px 0 0 -1px;background:var(--g);
  -webkit-mask:var(--k) center/contain no-repeat;mask:var(--k) center/contain no-repeat}
mark.verified{--t:var(--vt);--l:var(--vl);--s:solid;--g:var(--v);--k:${tick("M2 8.6l4 4.2 8-10")}}
mark.disputed{--t:var(--dt);--l:var(--dl);--s:wavy;--g:var(--d);--k:${tick("M1.5 5.4h13M1.5 10.6h13M11 2l-6 12")}}
mark.missing{
--t:var(--mt);--l:var(--ml);--s:dashed;--g:var(--m);--k:${tick("M8 3a5 5 0 100 10A5 5 0 108 3M3 13 13 3")}}
.open mark{background:none}
.at{margin-left:8px;white-space:nowrap;font-size:12.5px;color:var(--ink2);font-variant-numeric:tabular-nums}
.attest{font:400 16px/1.5 var(--serif);color:var(--ink2);padding:1px 0 1px 12px;margin-bottom:4px;
  border-left:2px dashed var(--ml)}
.hash{font:12.5px/1.5 var(--mono);overflow-wrap:normal;word-break:normal}
.why{margin-bottom:4px;max-width:40em}
.summary,.why,.told,.ruling,.rated,.override,.corrections p{white-space:pre-line}
.src{font-size:13px;color:var(--ink2)}.src a{font-weight:600;color:var(--ink)}
.told,.ruling{margin:4px 0;font-size:13.5px;padding-left:12px;border-left:2px solid var(--line)}
.ruling .by{color:var(--ink2)}
.told{color:var(--wait)}
.other{margin-top:8px;padding:6px 0 0 14px;border-left:1px solid var(--line);color:var(--ink2)}
.other q{font-size:15.5px}.also{font-size:13px}
.warn{color:var(--d);font-weight:600}
.find aside{font-size:13px;line-height:1.48;color:var(--ink2);padding-top:5px}
.override{margin-top:8px;color:var(--ink)}
.j:target,.find:target,.sources li:target,tr:target{background:var(--on);box-shadow:0 0 0 6px var(--on)}
.cell:target,td:target .cell{outline:2px solid var(--link);outline-offset:1px}
.talk{padding:10px 0;border-top:1px solid var(--line);max-width:40em}.talk h3{font:600 16px/1.4 var(--sans)}
.talk .src{margin:6px 0}.said{font-size:14.5px;color:var(--ink);white-space:pre-line}
.scroll{overflow-x:auto}
.matrix{width:100%;border-collapse:collapse;font-size:13.5px}
.matrix th,.matrix td{padding:5px 8px;text-align:left;font-weight:400;border-bottom:1px solid var(--line);
  vertical-align:baseline}
.matrix thead th{font-weight:600;vertical-align:bottom;border-bottom-color:var(--rule)}
.matrix th a{text-decoration:none}.matrix th a:hover{text-decoration:underline}
.matrix tbody th{min-width:15em}
.matrix .id{white-space:nowrap;color:var(--ink2);padding-left:0;font-variant-numeric:tabular-nums}
.matrix .s{text-align:center;min-width:64px;max-width:96px;overflow-wrap:normal;hyphens:auto}
.matrix.upright thead .s{writing-mode:vertical-rl;transform:rotate(180deg);text-align:left;min-width:0;
  max-height:13em;padding:8px 0}
.matrix.upright .s{min-width:34px}
.cell{position:relative;display:inline-grid;place-items:center;width:27px;height:19px;border:1px solid transparent;
  border-bottom-width:2px;text-decoration:none;vertical-align:middle}
.cell .i{width:11px;height:11px;vertical-align:0}
.cell.verified{color:var(--v);background:var(--vt);border-bottom-color:var(--vl)}
.cell.disputed{color:var(--d);background:var(--dt);border-bottom:3px double var(--dl)}
.cell.missing{color:var(--m);background:repeating-linear-gradient(135deg,var(--mt) 0 2px,transparent 2px 4px);
  border-bottom:2px dashed var(--ml)}
.cell.open{background:none;border:1px dashed currentColor}
.cell.contested{color:var(--wait)}.cell.contested::before{content:"?";font:600 12px/1 var(--sans)}
.cell.empty::before,.legend .cell.empty::before{content:"";width:4px;height:4px;border-radius:50%;
  background:var(--ink2)}
.out{color:var(--ink2)}
.sources{columns:2;column-gap:48px}
.sources li{display:grid;grid-template-columns:24px minmax(0,1fr);break-inside:avoid;padding:4px 0 24px}
.num{font:600 15px/26px var(--sans);color:var(--ink2)}
.sources h3{font:600 18px/26px var(--serif)}.title{font:italic 400 15.5px/1.45 var(--serif);text-wrap:pretty}
.tally{display:flex;flex-wrap:wrap;gap:2px 14px;margin:5px 0 7px;font-size:13px}
.tally span{display:inline-flex;align-items:center;gap:5px}
.tally .i{width:12px;height:12px}.tally .verified .i{color:var(--v)}.tally .disputed .i{color:var(--d)}
.tally .missing .i{color:var(--m)}
.sources dl,.log{display:grid;grid-template-columns:78px minmax(0,1fr);gap:2px 10px;font-size:13px}
dt{color:var(--ink2)}
.pair{display:grid;grid-template-columns:minmax(0,36em) minmax(0,1fr);gap:24px 56px;align-items:start}
.prose{font:400 17px/1.58 var(--serif)}.prose p{text-wrap:pretty}.prose p+p{margin-top:.75em}
.legend h3{font:600 14px/1.5 var(--sans);margin-bottom:6px}
.legend dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:6px 14px;font-size:13px;
  align-items:baseline}
.legend dt{color:var(--ink)}.legend dt .cell{margin-right:9px}.legend dt.verdict{font-weight:400}
.legend dt .cell{width:24px;height:17px}
.legend dd{color:var(--ink2)}.legend dt.verdict .i{margin:0 14px 0 5px}.legend dt.verdict em{margin:0}
.log{grid-template-columns:minmax(9em,max-content) minmax(0,1fr);gap:6px 14px}
footer{margin-top:44px;padding-top:12px;border-top:1px solid var(--line);font-size:13px;color:var(--ink2)}
@media screen{.find{content-visibility:auto;contain-intrinsic-size:auto 420px}}
@media (max-width:940px){.find{grid-template-columns:44px minmax(0,1fr)}.find aside{grid-column:2;padding-top:8px}
.pair{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:760px){
body{padding:0 18px 40px}header{padding-top:14px}.opening{padding-top:24px}.stand{font-size:18.5px}
.summary{font-size:16px}
.figures{grid-template-columns:1fr 1fr}.figures div:nth-child(odd){padding-left:0;border-left:0}
.figures div:nth-child(n+3){border-top:1px solid var(--line)}.figures dd{font-size:21px}
.find{grid-template-columns:minmax(0,1fr)}.find aside{grid-column:1}.no{line-height:1.4}.find h3{font-size:19px}
.j{grid-template-columns:minmax(0,1fr)}.says{flex-direction:row;flex-wrap:wrap;align-items:baseline;gap:0 10px}
.flag{padding-left:0}
.sources{columns:1}section>h2{margin-top:40px}
.matrix{font-size:13px}.matrix th,.matrix td{padding:6px 4px}.matrix tbody th{min-width:8.6em}
.matrix thead .s{writing-mode:vertical-rl;transform:rotate(180deg);text-align:left;max-height:12em;padding:8px 0}
.matrix .s{min-width:32px}.matrix td{overflow-wrap:normal}.matrix .verdict{white-space:normal;font-size:12px}
.matrix .verdict em{display:none}.matrix .verdict .i{width:12px;margin-right:4px}
header nav a,.stance,.src a{padding-block:4px}}
@page{size:A4;margin:17mm 16mm 18mm;
  @bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#5b5344}}
@media print{
:root{--paper:#fff}html{background:#fff}body{max-width:none;padding:0;font-size:9.5pt}header nav{display:none}
a{text-decoration:none}
h1{font-size:25pt}.opening{padding-top:18pt}.stand{font-size:13pt}.summary,.prose{font-size:11pt}
section>h2{font-size:16pt;margin-top:26pt;break-after:avoid}
.figures dd{font-size:15pt}.find h3{font-size:13pt;break-after:avoid}.line{break-after:avoid}q{font-size:11pt}
.j,.sources li,.legend,tr,.figures{break-inside:avoid}
.find{grid-template-columns:34pt minmax(0,1fr);padding:14pt 0 10pt}.find aside{grid-column:2;padding-top:4pt}
.matrix{font-size:8.5pt}.matrix .s{min-width:0}
.matrix thead{display:table-header-group}.pair{grid-template-columns:minmax(0,1fr);gap:14pt}
.legend dl{grid-template-columns:max-content minmax(0,1fr) max-content minmax(0,1fr)}
.scroll{overflow:visible}}
@media (forced-colors:active){mark,.i{forced-color-adjust:none}.cell{border:1px solid CanvasText}}
`);
