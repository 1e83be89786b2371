/**
 * Paper is white, whatever the dashboard's theme, and has nothing but the list on it: all else goes, and what is
 * around the list neither clips it after the first page nor adds to it.
 */
const CSS = `
.stockroom-paper, .stockroom-paper * { color: #000; border-color: #9ca3af; }
.stockroom-paper { background: #fff; color-scheme: light; }
@media print {
  @page { margin: 14mm; }
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body *:not(:has(.stockroom-paper)):not(.stockroom-paper):not(.stockroom-paper *) { display: none !important; }
  body *:has(.stockroom-paper) {
    display: block !important; position: static !important; height: auto !important; width: auto !important;
    max-width: none !important; overflow: visible !important; margin: 0 !important; padding: 0 !important;
    background: #fff !important; box-shadow: none !important; border: 0 !important;
  }
  .stockroom-paper { margin: 0 !important; padding: 0 !important; max-width: none !important; box-shadow: none !important; }
  .stockroom-paper tr { break-inside: avoid; }
}`

/** How the packing list looks on paper. */
export function PrintStyles() {
  return <style>{CSS}</style>
}
