/** The style of a comparison as a page: light and dark, on screens and on paper. */
export const pageStyle = [
  ':root{color-scheme:light dark;--page:#f4f6f8;--card:#fff;--line:#d5dae0;--ink:#1b2026;--soft:#55606c;--missing:#a81c14;--notObserved:#6235a0;--changed:#764700;--new:#0b4f8c;--kept:#17602e}',
  '@media (prefers-color-scheme:dark){:root{--page:#0e1217;--card:#161b22;--line:#323c48;--ink:#e5e9ee;--soft:#a0abb7;--missing:#ff9d94;--notObserved:#cfb2ff;--changed:#f7c877;--new:#9accff;--kept:#86dba0}}',
  'body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",sans-serif;overflow-wrap:anywhere}',
  'header,main,footer{max-width:74rem;margin:0 auto;padding:0 1.5rem}',
  'h1{font-size:1.5rem;margin:1.5rem 0 .25rem}h2{font-size:1.15rem;margin:0}',
  'section,.verdict{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem;margin:1rem 0}',
  '.word{font-weight:700;text-transform:uppercase}.v-lost .word,.s-missing h2{color:var(--missing)}.v-undecided .word,.s-notObserved h2{color:var(--notObserved)}.v-kept .word,.s-kept h2{color:var(--kept)}.s-changed h2{color:var(--changed)}.s-new h2{color:var(--new)}',
  '.soft{color:var(--soft)}.wide{overflow-x:auto}table{border-collapse:collapse;table-layout:fixed;width:100%;min-width:44rem;font-size:.95rem}th:nth-child(1){width:15%}th:nth-child(2){width:32%}th:nth-child(4),th:nth-child(5){width:12%}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}ul{margin:.25rem 0;padding-left:1.25rem}td ul{padding-left:1rem}',
  '@media print{body{background:#fff}section,.verdict{break-inside:auto;border-color:#999}tr{break-inside:avoid}details{display:none}}',
].join('\n')

/** What the page's content security policy calls its style; a test holds it to the style. */
export const pageStyleHash = 'sha256-jc1msInkZy5dxozcCooQZYWnXFrImAEw4MQ5n78mA/Q='
