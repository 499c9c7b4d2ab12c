/** The style of a plan as a page: light and dark, on screens and on paper, where every step has a box to tick and room to sign. */
export const planStyle = [
  ':root{color-scheme:light dark;--page:#f4f6f8;--card:#fff;--raised:#eef1f4;--line:#d5dae0;--ink:#1b2026;--soft:#55606c;--link:#0a58a8;--ready:#17602e;--blocked:#a81c14;--undecided:#6235a0;--interrupts:#764700;--old:#fbe4cb;--new:#d2e9fa;--none:#e6e8eb}',
  '@media (prefers-color-scheme:dark){:root{--page:#0e1217;--card:#161b22;--raised:#1c232c;--line:#323c48;--ink:#e5e9ee;--soft:#a0abb7;--link:#82bdff;--ready:#86dba0;--blocked:#ff9d94;--undecided:#cfb2ff;--interrupts:#f7c877;--old:#473112;--new:#13344c;--none:#2a313a}}',
  '*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",sans-serif;overflow-wrap:anywhere}',
  'header,main,footer{max-width:74rem;margin:0 auto;padding:0 1.5rem}a{color:var(--link)}',
  'h1{font-size:1.5rem;margin:1.5rem 0 .25rem}h2{font-size:1.2rem;margin:0}h3{font-size:1rem;margin:1rem 0 .25rem}p{margin:.35rem 0}',
  'section,.verdict{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem;margin:1rem 0}',
  '.word{font-weight:700;text-transform:uppercase}.v-ready .word{color:var(--ready)}.v-blocked .word{color:var(--blocked)}.v-undecided .word{color:var(--undecided)}',
  '.soft{color:var(--soft)}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}',
  '.step{display:grid;grid-template-columns:2rem 4rem 1fr;gap:.25rem .5rem;padding:.6rem 0;border-top:1px solid var(--line)}.step .more{grid-column:3}.step .number{font-variant-numeric:tabular-nums;color:var(--soft)}',
  '.box{display:inline-block;width:1.15rem;height:1.15rem;border:2px solid var(--ink);border-radius:3px;line-height:.95rem;text-align:center;font-weight:700}.done .title{color:var(--soft)}',
  '.tag{display:inline-block;border:1px solid currentColor;border-radius:4px;padding:0 .4rem;font-size:.8rem;margin-left:.4rem}.t-interrupts{color:var(--interrupts)}.t-blocked{color:var(--blocked)}.t-undecided{color:var(--undecided)}',
  'pre{background:var(--raised);border-radius:6px;padding:.5rem .75rem;margin:.25rem 0;white-space:pre-wrap;font:.85rem/1.45 ui-monospace,Consolas,monospace}summary{cursor:pointer}',
  'figure{margin:.75rem 0}.states{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.state{border:1px dashed var(--line);border-radius:6px;padding:.5rem .75rem}.boxes{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.75rem}.part{background:var(--raised);border-radius:6px;padding:.5rem .75rem}.part h4{font-size:.9rem;margin:0 0 .25rem}.part ul{list-style:none;margin:0;padding:0;font-size:.9rem}.part li{display:flex;flex-wrap:wrap;gap:.35rem;padding:.1rem 0}',
  '.release{border-radius:4px;padding:0 .35rem;font-size:.8rem}.r-old{background:var(--old)}.r-new{background:var(--new)}.r-none{background:var(--none)}',
  '.sign td{height:3rem;width:33%}@media (max-width:50rem){.states{grid-template-columns:1fr}}',
  '.left{margin:.25rem 0;padding-left:1.2rem;font-size:.95rem}.adds.error strong{color:var(--blocked)}.adds.warning strong{color:var(--interrupts)}.opens strong{color:var(--undecided)}.clears strong{color:var(--ready)}',
  '@media print{body{background:#fff;font-size:.85rem}section,.verdict{break-inside:auto;border-color:#999}.step,.part,tr{break-inside:avoid}details:not([open])>*:not(summary){display:none}}',
].join('\n')

/** What the page's content security policy calls its style; a test holds it to the style. */
export const planStyleHash = 'sha256-kX7K+0Ds5+Ysgztc7MBj0NdE/S9lxOl3K5VzWZlngyw='
