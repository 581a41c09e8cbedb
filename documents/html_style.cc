#include "documents/html_style.h"

namespace letopis::documents {

std::string_view html_style() {
  return R"CSS(
:root { --ink: #1c2430; --quiet: #4d5867; --paper: #fffdf8; --hair: #d5dae3; --edge: #7c8798;
  --fifth: #8fa9d6; --margin: #d9534f; }
body { margin: 0 auto; padding: 1.5rem; max-width: 100rem; color: var(--ink);
  background: var(--paper); font: 15px/1.35 "PT Sans", "Segoe UI", "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums; }
section + section { margin-top: 3rem; }
h1 { font-size: 1.5rem; margin: 0 0 .4rem; }
h2 { font-size: 1.25rem; margin: 0 0 .4rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: 0 0 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
p, li { max-width: 46rem; font-family: "PT Serif", "Noto Serif", Georgia, serif; }
.wide { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; }
caption { text-align: left; color: var(--quiet); padding-bottom: .25rem; }
th, td { border: 1px solid var(--hair); padding: .15rem .35rem; text-align: left;
  vertical-align: middle; font-weight: normal; }
thead th { color: var(--quiet); vertical-align: bottom; background: var(--paper); }
thead { border-bottom: 2px solid var(--edge); }
tbody th[scope=rowgroup] { font-weight: bold; padding-top: .5rem; }
tfoot { border-top: 2px solid var(--edge); }
tfoot th, tfoot td, .bold { font-weight: bold; }
.fifth > th, .fifth > td { border-bottom-color: var(--fifth); border-bottom-width: 2px; }
.strong { border-right: 2px solid var(--edge); }
.margin { border-right: 2px solid var(--margin); }
.centre { text-align: center; }
.right { text-align: right; }
.up { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
.closed { background: #efefec; }
.today { background: #fff3c4; }
.warning { background: #fdebd3; }
.quiet { color: var(--quiet); }
.alarm { color: #b3261e; }
.absence { color: #7a4a00; }
.accent { color: #1f4e9e; }
.good { color: #1b6b3a; }
.large { font-size: 1.5rem; }
.cover { font-size: 3.5rem; line-height: 1.1; margin: 2rem 0; }
small { font-size: .8em; }
.signatures { max-width: none; display: grid; gap: 1rem; margin: 2rem 0 1rem; padding: 0; }
.signatures li { max-width: none; display: grid; gap: 1.5rem; list-style: none; align-items: end;
  grid-template-columns: 16rem 12rem 16rem 12rem; font-family: inherit; }
.line { border-bottom: 1px solid var(--ink); min-height: 1.4em; }
footer { color: var(--quiet); font-size: .85rem; margin-top: 1rem; }
@media print {
  body { padding: 0; max-width: none; background: #fff; font-size: 9pt; }
  section + section { break-before: page; margin-top: 0; }
  thead { display: table-header-group; }
  tr, .signatures { break-inside: avoid; }
  tbody th[scope=rowgroup] { break-after: avoid; }
  .wide { overflow: visible; }
  .closed, .today, .warning { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)CSS";
}

}  // namespace letopis::documents
