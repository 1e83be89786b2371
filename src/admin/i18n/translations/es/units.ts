/** Units of measure: where quantities are typed and shown, and an item's list of them. */
export default {
  unit: "Unidad",
  shownIn: "Mostrar en",
  offSteps: "«{{unit}}» va en pasos de {{increment}}.",
}
