/** Units of measure: where quantities are typed and shown, and an item's list of them. */
export default {
  unit: "Unit",
  unitOf: "Unit of {{item}}",
  unitOfRejected: "Unit of the rejected {{item}}",
  shownIn: "Show in",
  offSteps: "“{{unit}}” goes in steps of {{increment}}.",
}
