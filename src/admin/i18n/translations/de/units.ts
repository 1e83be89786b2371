/** Units of measure: where quantities are typed and shown, and an item's list of them. */
export default {
  unit: "Einheit",
  unitOf: "Einheit von {{item}}",
  unitOfRejected: "Einheit von abgelehnten {{item}}",
  shownIn: "Anzeigen in",
  offSteps: "„{{unit}}“ geht in Schritten von {{increment}}.",
}
