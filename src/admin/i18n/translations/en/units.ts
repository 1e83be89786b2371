/** Units of measure: where quantities are typed and shown, and an item's list of them. */
export default {
  unit: "Unit",
  shownIn: "Show in",
  offSteps: "“{{unit}}” goes in steps of {{increment}}.",
}
