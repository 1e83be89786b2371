/** Alerts, the report of what to order, and the log of actions. */
export default {
  menu: "Stock bas",
  title: "Stock bas",
  sections: {
    alerts: "Alertes",
    report: "À commander",
    rules: "Règles",
    runs: "Journal des actions",
  },
}
