/**
 * Paper is white, whatever the dashboard's theme, and has nothing but the list on it. The list lies beside the
 * dashboard, not in it: the dashboard is as high as the window, and would cut it off after the first page.
 */
const CSS = `
.stockroom-paper, .stockroom-paper * { color: #000; border-color: #9ca3af; }
.stockroom-paper { background: #fff; color-scheme: light; }
.stockroom-paper tr { break-inside: avoid; }
@media print {
  @page { margin: 14mm; }
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body > *:not(.stockroom-print) { display: none !important; }
  .stockroom-print { position: static !important; overflow: visible !important; background: #fff !important; }
  .stockroom-print .stockroom-bar { display: none !important; }
  .stockroom-paper { margin: 0 !important; padding: 0 !important; max-width: none !important; box-shadow: none !important; }
}`

/** How the packing list looks on paper. */
export function PrintStyles() {
  return <style>{CSS}</style>
}
