/**
 * What shoppers are told of what is sold out. A lead time is added to the day on which a transfer brings
 * something for the estimate's products.
 */
export const ESTIMATES = [
  {
    key: "usual",
    title: "Usually back within two weeks",
    translations: {
      de: "Meist in zwei Wochen wieder da",
      fr: "En général de retour sous deux semaines",
    },
    is_default: true,
  },
  {
    key: "omegna",
    title: "Cast for us in Omegna: about four weeks",
    translations: {
      de: "Für uns in Omegna gegossen: etwa vier Wochen",
      es: "Fundido para nosotros en Omegna: unas cuatro semanas",
    },
    lead_time_days: 2,
  },
]

/** What single products have of their own, by the SKU of one of their variants. */
export const PRODUCTS = [
  // The pot for nine is sold out; the purchase order PO 5520 brings fifteen.
  { sku: "MOKA-9CUPS", estimate: "omegna", display: "below", display_below: 20 },
  // They come in boxes of six.
  { sku: "JAR-0.5L", order_quantities: { minimum: 6, maximum: 48, multiple: 6 } },
]

/** Who has left an address for what is sold out. */
export const WAITING = [
  ["greta.lind@example.com", "MOKA-9CUPS"],
  ["jonas.weber@example.com", "MOKA-9CUPS"],
  ["camille.roy@example.com", "MOKA-9CUPS"],
]
