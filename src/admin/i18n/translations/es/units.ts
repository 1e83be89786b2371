/** Units of measure: where quantities are typed and shown, and an item's list of them. */
export default {
  unit: "Unidad",
  unitOf: "Unidad de {{item}}",
  unitOfRejected: "Unidad de {{item}} rechazado",
  shownIn: "Mostrar en",
  offSteps: "«{{unit}}» va en pasos de {{increment}}.",
}
