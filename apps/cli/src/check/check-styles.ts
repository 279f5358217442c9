import { Html } from "@assay/reports/html-kit";

/** Of what only this page has; goes behind the reports' own sheet. No value in it comes from a source. */
export const CHECK_STYLES: Html = new Html(`
.unreviewed{margin-top:24px;padding:12px 18px 13px;border:1px dashed var(--wait);border-left:3px solid var(--wait);max-width:704px}
.unreviewed b{color:var(--wait)}
.figures.five{grid-template-columns:repeat(auto-fit,minmax(9em,1fr))}
.find h3{margin-bottom:4px}
.sure{padding-left:21px;color:var(--ink2);font-variant-numeric:tabular-nums}
.matrix .s{overflow-wrap:anywhere;min-width:88px;max-width:132px}.also .at{margin-left:0}.src .also a{font-weight:400;color:var(--ink2)}
.words>.src{margin:0 0 2px}
.near{color:var(--ink2)}.near q{font-size:15.5px}.near summary{cursor:pointer;font-size:13px}.near[open] summary{margin-bottom:4px}
.files{list-style:none;counter-reset:file;margin:26px 0 0;padding:0;font-size:14px}
.files li{counter-increment:file;display:grid;grid-template-columns:22px minmax(0,15em) minmax(0,1fr) auto;gap:0 14px;padding:5px 0;border-top:1px solid var(--line)}
.files li::before{content:counter(file);color:var(--ink2);font-variant-numeric:tabular-nums}
.files a{overflow-wrap:anywhere}.files .headline{font:400 16px/1.4 var(--serif)}.files .when{color:var(--ink2);white-space:nowrap}
.terms{font-size:13px;color:var(--ink2);max-width:44em}
.diffs{margin:6px 0 2px;font-size:14px}
.diffs li{display:grid;grid-template-columns:88px minmax(0,1fr);gap:0 10px;padding:2px 0}
.diffs b{font-weight:600}.diffs .no b{color:var(--d)}.diffs .yes b{color:var(--v)}
.set{display:grid;grid-template-columns:122px minmax(0,1fr) minmax(0,1fr);gap:4px 20px;padding:12px 0 11px;border-top:1px solid var(--line)}
.set:first-of-type{border-top:0}
.set .what{font-size:14px;line-height:1.4}.set .what b{display:block;font:600 14px/25px var(--sans)}
.set .what.no b{color:var(--d)}.set .what.yes b{color:var(--v)}
.set .why{grid-column:2/-1;font-size:14px;color:var(--ink2);margin:0}
.those{font-weight:600;background:var(--on)}
.set q{display:block}.set .at{display:block;margin:2px 0 0}
.set del,.set ins{text-decoration:none;border-radius:2px}
.set del{background:var(--dt);box-shadow:inset 0 -2px var(--dl)}.set ins{background:var(--vt);box-shadow:inset 0 -2px var(--vl)}
h3.part{font:600 17px/1.4 var(--sans);margin:22px 0 6px}
.more{color:var(--ink2);font-size:13.5px;padding-top:8px}
.groups li{padding:3px 0}
figure{margin:0}.picture svg{display:block;width:100%;max-width:760px;height:auto;font-family:var(--sans)}
.picture figcaption{font-size:14px;color:var(--ink2);margin-bottom:8px;max-width:44em}
.picture .p-ink{fill:var(--ink)}.picture .p-faint{fill:var(--ink2)}.picture .p-verified{fill:var(--v)}
.picture .s-verified{stroke:var(--v)}.picture .s-disputed{stroke:var(--dl)}.picture .s-missing{stroke:var(--m)}
.picture .s-faint{stroke:var(--ink2)}.picture .s-line{stroke:var(--line)}
.source{padding:20px 0 28px;border-top:1px solid var(--line)}h2+.source{border-top:0}
.source h3{font:600 19px/1.35 var(--serif)}
.source .facts{font-size:13px;color:var(--ink2);margin:2px 0 12px}
.words-of{font:400 16.5px/1.62 var(--serif);white-space:pre-wrap;max-width:42em;text-wrap:pretty}
.words-of mark{background:var(--on);text-decoration:none}.words-of mark::before{content:none}
.words-of mark:has(.spot:target){background:var(--vt);outline:2px solid var(--link);outline-offset:2px}
.spot:target::before{content:"▸ ";color:var(--link)}
.spot{scroll-margin-top:35vh}
@media screen{.find{content-visibility:visible}}
@media screen and (max-width:760px){.matrix .s{min-width:32px}.matrix:not(.upright) thead .name{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.set{grid-template-columns:minmax(0,1fr)}.set .why{grid-column:1}
.files li{grid-template-columns:22px minmax(0,1fr)}.files .headline,.files .when{grid-column:2}
.sure{padding-left:0}.diffs li{grid-template-columns:minmax(0,1fr)}}
@media print{.near::details-content{content-visibility:visible;display:block}.near summary{list-style:none}.set,.diffs li{break-inside:avoid}.words-of{font-size:10pt;max-width:none}.source{break-before:auto}}
`);
