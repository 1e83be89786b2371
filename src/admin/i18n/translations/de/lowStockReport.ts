/** Was zu bestellen ist, und wie es sich ergibt. */
export default {
  report: {
    subtitle:
      "Was niedrig ist oder es wird, bevor neue Ware käme, wie lange es reicht und wie viel zu bestellen ist.",
    tabsLabel: "Bestand nach Dringlichkeit",
    all: "Alles",
    toOrder: "Zu bestellen",
    status: {
      low: "Niedrig",
      soon: "Bald niedrig",
      ok: "Genug",
    },
    days: "Tage Verkauf",
    cover_days: "Bestellen für Tage",
    noDays: "Zwischen 1 und {{most}}.",
    export: "CSV exportieren",
    exportFailed: "Der Bericht konnte nicht exportiert werden.",
    error: "Der Bericht konnte nicht geladen werden.",
    empty: {
      order: "Nichts muss bestellt werden",
      low: "Nichts ist niedrig",
      soon: "Nichts wird bald niedrig",
      ok: "Von nichts, was beobachtet wird, ist genug da",
      all: "Noch wird nichts beobachtet",
    },
    emptyHint: "Der Bericht erzählt von dem, was die Regeln beobachten.",
    noMatch: "Nichts Beobachtetes passt",
    incoming: "+ {{quantity}} erwartet",
    why: "Warum",
    whyOf: "Warum: {{item}}",
    copyOf: "Zu bestellende Menge kopieren: {{item}}",
    transfer: "Umlagerung entwerfen",
    transferOf: "Umlagerung entwerfen: {{item}}",
  },
  /** Jeder Schritt der Rechnung mit seinen Zahlen; Tage kommen als Text wie „30 Tage“. */
  arithmetic: {
    sold: {
      name: "Verkauf am Tag",
      says: "{{sold}} verkauft ÷ {{days}} = {{per_day}} am Tag",
    },
    unsold: {
      name: "Verkauf am Tag",
      says: "Nichts verkauft (betrachtet: {{days}})",
    },
    cover: {
      name: "Reicht",
      says: "{{available}} verfügbar ÷ ({{sold}} verkauft ÷ {{days}}) = {{cover}}",
    },
    demand: {
      name: "Verkauf, bis neue Ware kommt",
      says: "{{sold}} verkauft ÷ {{days}} × {{lead_time}} Lieferzeit = {{demand}}",
    },
    low: {
      name: "Niedrig",
      says: "{{available}} verfügbar ≤ {{threshold}}, ab denen es niedrig ist",
    },
    soon: {
      name: "Bald niedrig",
      says: "{{available}} verfügbar − {{demand}} ≤ {{threshold}}, ab denen es niedrig ist",
    },
    ok: {
      name: "Genug",
      says: "Es fällt nicht auf {{threshold}}, bevor neue Ware kommen könnte",
    },
    target: {
      name: "Bis auf",
      says: "{{threshold}} + {{sold}} verkauft ÷ {{days}} × {{cover_days}} = {{target}}",
    },
    fixedTarget: {
      name: "Bis auf",
      says: "{{target}}, wie die Regel sagt",
    },
    order: {
      name: "Zu bestellen",
      says: "{{target}} − ({{available}} verfügbar + {{incoming}} erwartet − {{demand}}) = {{order}}",
    },
    nothing: {
      name: "Zu bestellen",
      says: "Nichts: {{target}} − ({{available}} verfügbar + {{incoming}} erwartet − {{demand}}) liegt nicht über 0",
    },
    rounded:
      "Verkauftes wird auf so viele Nachkommastellen aufgerundet, wie die anderen Mengen haben.",
  },
}
