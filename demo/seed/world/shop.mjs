/** The shop itself: its name, what it is called where, and where it sells. */
export const SHOP = "Nordlicht Coffee & Kitchen"

export const CHANNELS = {
  web: { name: "Web shop", description: "nordlicht.example, delivers from the warehouses" },
  stores: { name: "Stores", description: "The counters in Copenhagen and Amsterdam" },
}

export const REGION = { name: "Europe", currency_code: "eur" }

/** Country → standard rate of VAT. These are also the countries of the region. */
export const TAX_RATES = {
  de: ["Germany VAT", 19],
  at: ["Austria VAT", 20],
  nl: ["Netherlands VAT", 21],
  be: ["Belgium VAT", 21],
  dk: ["Denmark VAT", 25],
  se: ["Sweden VAT", 25],
  fr: ["France VAT", 20],
  it: ["Italy VAT", 22],
  es: ["Spain VAT", 21],
}

export const RETURN_REASONS = [
  { value: "changed-mind", label: "Changed my mind" },
  { value: "arrived-broken", label: "Arrived broken" },
  { value: "wrong-item", label: "Wrong item sent" },
]
