/** Alerts, the report of what to order, and the log of actions. */
export default {
  menu: "Existencias bajas",
  title: "Existencias bajas",
  sections: {
    alerts: "Alertas",
    report: "Qué pedir",
    rules: "Reglas",
    runs: "Registro de acciones",
  },
}
