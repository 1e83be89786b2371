/** Qué pedir y cómo se calcula. */
export default {
  report: {
    subtitle:
      "Qué está bajo o lo estará antes de que puedan llegar existencias, cuánto dura y cuánto pedir.",
    tabsLabel: "Existencias por urgencia",
    all: "Todo",
    toOrder: "A pedir",
    status: {
      low: "Bajo",
      soon: "Bajo pronto",
      ok: "Suficiente",
    },
    days: "Días de ventas",
    cover_days: "Pedir para (días)",
    noDays: "Entre 1 y {{most}}.",
    export: "Exportar CSV",
    exportFailed: "No se pudo exportar el informe.",
    error: "No se pudo cargar el informe.",
    empty: {
      order: "No hay que pedir nada",
      low: "Nada está bajo",
      soon: "Nada estará bajo pronto",
      ok: "De nada de lo que se vigila hay suficiente",
      all: "Todavía no se vigila nada",
    },
    emptyHint: "El informe habla de lo que vigilan las reglas.",
    noMatch: "Nada de lo que se vigila coincide",
    incoming: "+ {{quantity}} por llegar",
    why: "Por qué",
    whyOf: "Por qué: {{item}}",
    copyOf: "Copiar la cantidad a pedir: {{item}}",
    transfer: "Preparar un traslado",
    transferOf: "Preparar un traslado: {{item}}",
  },
  /** Cada paso del cálculo con sus números; los días llegan como texto, por ejemplo «30 días». */
  arithmetic: {
    sold: {
      name: "Venta diaria",
      says: "venta {{sold}} ÷ {{days}} = {{per_day}} al día",
    },
    unsold: {
      name: "Venta diaria",
      says: "No se vendió nada (período: {{days}})",
    },
    cover: {
      name: "Dura",
      says: "disponible {{available}} ÷ (venta {{sold}} ÷ {{days}}) = {{cover}}",
    },
    demand: {
      name: "Venta hasta que lleguen más",
      says: "venta {{sold}} ÷ {{days}} × {{lead_time}} de plazo = {{demand}}",
    },
    low: {
      name: "Bajo",
      says: "disponible {{available}} ≤ {{threshold}}, desde donde es bajo",
    },
    soon: {
      name: "Bajo pronto",
      says: "disponible {{available}} − {{demand}} ≤ {{threshold}}, desde donde es bajo",
    },
    ok: {
      name: "Suficiente",
      says: "No cae a {{threshold}} antes de que puedan llegar más",
    },
    target: {
      name: "Hasta cuánto",
      says: "{{threshold}} + venta {{sold}} ÷ {{days}} × {{cover_days}} = {{target}}",
    },
    fixedTarget: {
      name: "Hasta cuánto",
      says: "{{target}}, como dice la regla",
    },
    order: {
      name: "A pedir",
      says: "{{target}} − (disponible {{available}} + por llegar {{incoming}} − {{demand}}) = {{order}}",
    },
    nothing: {
      name: "A pedir",
      says: "Nada: {{target}} − (disponible {{available}} + por llegar {{incoming}} − {{demand}}) no supera 0",
    },
    rounded:
      "Lo que se vende se redondea hacia arriba, con tantos decimales como las demás cantidades.",
  },
}
