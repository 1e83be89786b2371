/** Rules of low stock, and what they do. */
export default {
  title: "Reglas",
}
