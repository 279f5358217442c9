import { Html } from "../html/html.ts";

/**
 * Of what only a document has; goes behind the report's own sheet. No value in it comes from a case. A chart has a light
 * ground of its own: it is drawn in the colours of print, in the dark too.
 */
export const BLOCK_STYLES: Html = new Html(`
.lead{margin-top:30px}
.prose.own{max-width:40em;margin:14px 0}.prose.own>*+*{margin-top:.75em}
.prose.own h3{font:600 19px/1.3 var(--serif);margin-top:1.3em}
.prose.own ul{list-style:disc;padding-left:1.3em}.prose.own ol{list-style:decimal;padding-left:1.5em}
.prose.own li+li{margin-top:.3em}.prose.own i{font-style:italic}
.prose.own blockquote{margin-left:0;padding:2px 0 2px 18px;border-left:3px solid var(--line)}
.prose.own a{text-decoration-color:currentColor;color:var(--link)}
.opening .prose.own{margin:0;max-width:none}
.gone{margin:14px 0;padding:8px 14px;border:1px dashed var(--ink2);color:var(--ink2);max-width:40em}
.inside{position:relative;margin:16px 0;padding:2px 0 2px 16px;border-left:3px double var(--wait)}
.inside-mark{font:600 12.5px/1.5 var(--sans);color:var(--wait)}
section>.inside-mark{margin-top:44px}section>.inside-mark+h2{margin-top:4px}
.brief{display:grid;grid-template-columns:44px minmax(0,1fr);gap:0 12px;padding:9px 0;border-top:1px solid var(--line)}
.brief h3{font:600 17px/1.35 var(--serif)}.brief .line{grid-column:2;margin:3px 0 0;font-size:13px}
.brief .no{line-height:23px}.brief .by{color:var(--ink2)}.brief .stance{display:inline;font-size:13px;line-height:1.4}
.brief .stance .i,.quoted .stance .i{margin-right:5px}
.quoted{margin:20px 0;padding:4px 0 4px 18px;border-left:3px solid var(--line);max-width:704px}
.quoted figcaption{font-size:14px}.quoted .stance{display:inline;margin-right:8px}.quoted .src{display:block}
.chart{margin:18px 0;max-width:760px}.chart figcaption{font-size:14px;margin-bottom:8px;color:var(--ink2)}
.chart figcaption b{color:var(--ink)}.chart svg{display:block;width:100%;height:auto;padding:6px;background:#fbf8f1;border-radius:3px}
.chart summary{font-size:13px;color:var(--ink2);cursor:pointer;padding:4px 0}
.plain{width:100%;border-collapse:collapse;font-size:13.5px;margin:10px 0}
.plain th,.plain td{padding:5px 10px 5px 0;text-align:left;font-weight:400;vertical-align:baseline;
  border-bottom:1px solid var(--line)}
.plain thead th{font-weight:600;border-bottom-color:var(--rule)}
.corrections li{margin-top:12px;padding:2px 0 2px 16px;border-left:3px solid var(--rule);max-width:704px}
.copy .copied{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,.8fr);gap:0 32px;padding:5px 0}
.copy .text{font:400 17px/1.62 var(--serif);white-space:pre-line}.copy .head{font:600 20px/1.3 var(--serif)}
.copy sup{font:600 11px/1 var(--sans);padding-left:1px}.copy sup a{color:var(--link);text-decoration:none;padding-left:2px}
.copy .margin{font-size:12.5px;line-height:1.45}.copy .margin li{padding:2px 0 8px}.copy .margin i{font-style:italic}
.copy .margin .src{display:block;font-size:12px}.copy .margin q{font-size:12.5px}
.copy h3{font:600 16px/1.4 var(--sans);margin-top:18px}.copy .wide{max-width:46em}
@media screen and (max-width:760px){.copy .copied{grid-template-columns:minmax(0,1fr)}
.copy .margin{padding-left:14px;border-left:2px solid var(--line)}.brief{grid-template-columns:34px minmax(0,1fr)}}
@media print{.prose.own{font-size:11pt}.brief,.quoted,.chart,.corrections li,.gone,.copied{break-inside:avoid}
.prose.own h3{break-after:avoid}.chart details{display:none}}
`);
