/** Ce qui est à commander, et comment cela se calcule. */
export default {
  report: {
    subtitle:
      "Ce qui est bas ou le sera avant que du stock puisse arriver, combien de temps cela tient, et combien commander.",
    tabsLabel: "Stock par urgence",
    all: "Tout",
    toOrder: "À commander",
    status: {
      low: "Bas",
      soon: "Bientôt bas",
      ok: "Suffisant",
    },
    days: "Jours de ventes",
    cover_days: "Commander pour (jours)",
    noDays: "Entre 1 et {{most}}.",
    export: "Exporter en CSV",
    exportFailed: "Le rapport n’a pas pu être exporté.",
    error: "Le rapport n’a pas pu être chargé.",
    empty: {
      order: "Rien n’est à commander",
      low: "Rien n’est bas",
      soon: "Rien ne sera bientôt bas",
      ok: "Rien de ce qui est surveillé n’est en quantité suffisante",
      all: "Rien n’est encore surveillé",
    },
    emptyHint: "Le rapport parle de ce que les règles surveillent.",
    noMatch: "Rien de ce qui est surveillé ne correspond",
    incoming: "+ {{quantity}} à recevoir",
    why: "Pourquoi",
    whyOf: "Pourquoi : {{item}}",
    copyOf: "Copier la quantité à commander : {{item}}",
    transfer: "Préparer un transfert",
    transferOf: "Préparer un transfert : {{item}}",
  },
  /** Chaque étape du calcul avec ses nombres ; les jours viennent en texte, comme « 30 jours ». */
  arithmetic: {
    sold: {
      name: "Vendu par jour",
      says: "ventes {{sold}} ÷ {{days}} = {{per_day}} par jour",
    },
    unsold: {
      name: "Vendu par jour",
      says: "Rien n’a été vendu (période : {{days}})",
    },
    cover: {
      name: "Tient",
      says: "disponible {{available}} ÷ (ventes {{sold}} ÷ {{days}}) = {{cover}}",
    },
    demand: {
      name: "Vendu avant l’arrivée de stock",
      says: "ventes {{sold}} ÷ {{days}} × {{lead_time}} de délai = {{demand}}",
    },
    low: {
      name: "Bas",
      says: "disponible {{available}} ≤ {{threshold}}, seuil à partir duquel c’est bas",
    },
    soon: {
      name: "Bientôt bas",
      says: "disponible {{available}} − {{demand}} ≤ {{threshold}}, seuil à partir duquel c’est bas",
    },
    ok: {
      name: "Suffisant",
      says: "Le stock ne tombe pas à {{threshold}} avant que du nouveau puisse arriver",
    },
    target: {
      name: "Jusqu’à",
      says: "{{threshold}} + ventes {{sold}} ÷ {{days}} × {{cover_days}} = {{target}}",
    },
    fixedTarget: {
      name: "Jusqu’à",
      says: "{{target}}, selon la règle",
    },
    order: {
      name: "À commander",
      says: "{{target}} − (disponible {{available}} + attendu {{incoming}} − {{demand}}) = {{order}}",
    },
    nothing: {
      name: "À commander",
      says: "Rien : {{target}} − (disponible {{available}} + attendu {{incoming}} − {{demand}}) n’est pas au-dessus de 0",
    },
    rounded:
      "Ce qui est vendu est arrondi vers le haut, avec autant de décimales que les autres quantités.",
  },
}
