/** Units of measure: where quantities are typed and shown, and an item's list of them. */
export default {
  unit: "Unité",
  unitOf: "Unité de {{item}}",
  unitOfRejected: "Unité de {{item}} refusé",
  shownIn: "Afficher en",
  offSteps: "« {{unit}} » va par pas de {{increment}}.",
}
