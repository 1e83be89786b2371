/** Alerts, the report of what to order, and the log of actions. */
export default {
  menu: "Low stock",
  title: "Low stock",
  sections: {
    alerts: "Alerts",
    report: "What to order",
    rules: "Rules",
    runs: "Action log",
  },
}
