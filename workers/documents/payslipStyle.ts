/** The style of a payslip's page: text has a contrast of at least 4.5 to 1 in light and in dark. */
export const PAYSLIP_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f6f8;
  --surface: #ffffff;
  --text: #17212b;
  --muted: #55616e;
  --line: #dfe4ea;
  --band: #eef3fa;
  --warning: #99221b;
  --warning-back: #fbe5e3;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #10151b;
    --surface: #181f27;
    --text: #e7ecf2;
    --muted: #a2afbc;
    --line: #2b3540;
    --band: #1d2a3a;
    --warning: #fbb9b3;
    --warning-back: #47211e;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 0.9375rem/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Open Sans', Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
main {
  position: relative;
  max-width: 48rem;
  margin: 2rem auto;
  padding: 2.5rem;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  overflow: hidden;
}
h1, h2, p, dl, dd {
  margin: 0;
  font-weight: inherit;
  overflow-wrap: anywhere;
}
header {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 1rem 2rem;
}
header > * {
  min-width: 0;
}
h1 {
  font-size: 1.875rem;
  font-weight: 700;
  line-height: 1.2;
}
.company {
  color: var(--muted);
  font-weight: 600;
}
.figure {
  display: flex;
  flex-direction: column;
  margin-left: auto;
  text-align: right;
}
.figure span, dt, thead, footer {
  color: var(--muted);
  font-size: 0.8125rem;
}
.figure strong {
  font-size: 1.5rem;
  line-height: 1.2;
}
.warning {
  margin-top: 1rem;
  padding: 0.5rem 0.75rem;
  border-radius: 0.5rem;
  background: var(--warning-back);
  color: var(--warning);
  font-weight: 600;
}
dl {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
  gap: 0.75rem 1rem;
  margin-top: 1.25rem;
  padding-top: 1.25rem;
  border-top: 1px solid var(--line);
}
table {
  width: 100%;
  margin-top: 1.5rem;
  border-collapse: collapse;
}
caption {
  text-align: left;
}
h2 {
  font-size: 1.0625rem;
  font-weight: 600;
}
th {
  font-weight: inherit;
  text-align: left;
  overflow-wrap: anywhere;
}
th, td {
  padding: 0.25rem 0;
}
th[scope='row'] {
  min-width: 5rem;
}
td, th[scope='col'] {
  width: 1%;
  min-width: 6.75rem;
  padding-left: 0.75rem;
  text-align: right;
  vertical-align: bottom;
  white-space: nowrap;
}
thead td {
  width: auto;
  min-width: 0;
}
tbody tr, tfoot tr {
  border-top: 1px solid var(--line);
}
tfoot {
  font-weight: 600;
}
.result tbody {
  background: var(--band);
}
.result tbody th, .result tbody td {
  padding: 0.625rem 0.75rem;
}
.result tbody td {
  font-weight: 700;
}
footer {
  margin-top: 1.5rem;
}
main::after {
  content: attr(data-stamp) / '';
  position: absolute;
  top: 50%;
  left: 50%;
  transform: translate(-50%, -50%) rotate(-48deg);
  color: var(--warning);
  font-size: clamp(4rem, 18vw, 9rem);
  font-weight: 800;
  opacity: 0.14;
  pointer-events: none;
}
@media (max-width: 36rem) {
  main {
    margin: 0;
    padding: 1.25rem 1rem;
    border-width: 0;
    border-radius: 0;
  }
  td, th[scope='col'] {
    min-width: 0;
    padding-left: 0.5rem;
  }
  .result tbody th, .result tbody td {
    padding-inline: 0.375rem;
  }
}
@media print {
  @page {
    size: letter;
    margin: 0.6in;
  }
  body {
    background: none;
    font-size: 9.5pt;
    line-height: 1.3;
  }
  main {
    max-width: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
  }
  main::after {
    position: fixed;
  }
  table {
    margin-top: 0.8rem;
  }
  th, td {
    padding-block: 0.1rem;
  }
  tr, header, dl div {
    break-inside: avoid;
  }
  caption {
    break-after: avoid;
  }
  .result tbody, .warning {
    print-color-adjust: exact;
  }
}
`;
