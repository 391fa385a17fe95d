import { useEffect } from 'react';

// On paper there is the record and nothing else: no navigation, no buttons, no
// colours of the screen.
const RULES = `
@page { size: A4; margin: 16mm 15mm; }
@media print {
  html, body, #root { background: #fff !important; }
  body * { visibility: hidden; }
  [data-sheet], [data-sheet] * { visibility: visible; }
  main, main * { min-height: 0 !important; }
  [data-sheet] {
    break-after: page;
    border: 0 !important;
    padding: 0 !important;
    max-width: none !important;
    color: #000 !important;
    background: #fff !important;
  }
  [data-sheet]:last-child { break-after: auto; }
  [data-sheet] * { color: #000 !important; overflow: visible !important; }
  [data-sheet] table { min-width: 0 !important; }
  [data-sheet] tr { break-inside: avoid; }
  [data-sheet] h2, [data-sheet] h3 { break-inside: avoid; break-after: avoid-page; }
  [data-not-on-paper], header, nav { display: none !important; }
  [class*="BackstageSidebarPage-root"], [class*="BackstageSidebarPage"] {
    padding: 0 !important;
    margin: 0 !important;
  }
  main { margin: 0 !important; padding: 0 !important; max-width: none !important; }
}`;

/** How the page stands on paper, while it is shown. @internal */
export function OnPaper() {
  useEffect(() => {
    const style = document.createElement('style');
    style.textContent = RULES;
    document.head.append(style);
    return () => style.remove();
  }, []);
  return null;
}
