/** Alerts, the report of what to order, and the log of actions. */
export default {
  menu: "Niedriger Bestand",
  title: "Niedriger Bestand",
  sections: {
    alerts: "Warnungen",
    report: "Was zu bestellen ist",
    rules: "Regeln",
    runs: "Aktionsprotokoll",
  },
}
