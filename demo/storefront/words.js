const KEPT_AS = "nordlicht_language"

const WORDS = {
  en: {
    language: "Language",
    loading: "Opening the shop …",
    failed: "The shop could not be reached.",
    again: "Try again",
    unknown: "There is no such product.",
    none: "There is nothing for sale here yet.",
    back: "All products",
    basket: ({ count }) => `Basket: ${count}`,
    from: ({ price }) => `from ${price}`,
    quantity: "How many",
    add: "Add to basket",
    added: "It is in your basket.",
    choose: "Choose what you would like.",
    not_sold: "This combination is not made.",
    out_of_stock: "Sold out",
    backorder: "Can be ordered, is sent when it is there",
    in_stock: ({ quantity }) => (quantity ? `In stock: ${quantity}` : "In stock"),
    low_stock: ({ quantity }) => (quantity ? `Only ${quantity} left` : "Only a few left"),
    missing: "Sold out at the moment",
    expected: ({ date, quantity }) =>
      `Expected on ${date}${quantity ? `: ${quantity} can still be had of it` : ""}`,
    email: "Your e-mail",
    tell_whom: ({ title }) => `Your e-mail, for ${title}`,
    tell_me: "Tell me when it is back",
    tell_done: "We tell you once, as soon as it is back.",
    confirm: "Yes, tell me",
    confirm_question: "Shall we tell you when it is back?",
    confirm_done: "We tell you once, as soon as it is back.",
    unsubscribe: "Do not tell me",
    unsubscribe_question: "Shall we no longer tell you about it?",
    unsubscribe_done: "We tell you nothing more about it.",
    answer_over: "This link is not valid any more.",
    where: "Where it is",
    nearest: "Nearest to me first",
    nowhere: "This shop does not say where things are.",
    located: "You did not allow us to know where you are.",
    pickup: "Pick up here",
    away: ({ distance }) => `${distance} km away`,
    minimum: ({ minimum }) => `${minimum} at least`,
    maximum: ({ maximum }) => `${maximum} at most`,
    multiple: ({ multiple }) => `in steps of ${multiple}`,
  },
  de: {
    language: "Sprache",
    loading: "Der Laden wird geöffnet …",
    failed: "Der Laden ist nicht zu erreichen.",
    again: "Noch einmal versuchen",
    unknown: "Dieses Produkt gibt es nicht.",
    none: "Hier gibt es noch nichts zu kaufen.",
    back: "Alle Produkte",
    basket: ({ count }) => `Korb: ${count}`,
    from: ({ price }) => `ab ${price}`,
    quantity: "Wie viele",
    add: "In den Korb",
    added: "Es liegt im Korb.",
    choose: "Wählen Sie aus, was Sie möchten.",
    not_sold: "Diese Zusammenstellung gibt es nicht.",
    out_of_stock: "Ausverkauft",
    backorder: "Bestellbar, wird verschickt, sobald es da ist",
    in_stock: ({ quantity }) => (quantity ? `Vorrätig: ${quantity}` : "Vorrätig"),
    low_stock: ({ quantity }) => (quantity ? `Nur noch ${quantity}` : "Nur noch wenige"),
    missing: "Zurzeit ausverkauft",
    expected: ({ date, quantity }) =>
      `Erwartet am ${date}${quantity ? `: ${quantity} davon sind noch zu haben` : ""}`,
    email: "Ihre E-Mail",
    tell_whom: ({ title }) => `Ihre E-Mail, für ${title}`,
    tell_me: "Sagen Sie mir Bescheid",
    tell_done: "Wir sagen einmal Bescheid, sobald es wieder da ist.",
    confirm: "Ja, bitte Bescheid sagen",
    confirm_question: "Sollen wir Bescheid sagen, wenn es wieder da ist?",
    confirm_done: "Wir sagen einmal Bescheid, sobald es wieder da ist.",
    unsubscribe: "Nicht mehr Bescheid sagen",
    unsubscribe_question: "Sollen wir dazu nichts mehr sagen?",
    unsubscribe_done: "Sie hören dazu nichts mehr von uns.",
    answer_over: "Dieser Link gilt nicht mehr.",
    where: "Wo es liegt",
    nearest: "Das Nächste zuerst",
    nowhere: "Dieser Laden verrät nicht, wo etwas liegt.",
    located: "Sie haben uns nicht erlaubt, Ihren Standort zu kennen.",
    pickup: "Hier abholen",
    away: ({ distance }) => `${distance} km entfernt`,
    minimum: ({ minimum }) => `mindestens ${minimum}`,
    maximum: ({ maximum }) => `höchstens ${maximum}`,
    multiple: ({ multiple }) => `in Schritten von ${multiple}`,
  },
}

/** What the shopper chose, else what the browser prefers. */
export function language() {
  const kept = localStorage.getItem(KEPT_AS)
  const wanted = [kept, ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return wanted.find((one) => one in WORDS) ?? "en"
}

export function chooseLanguage(chosen) {
  localStorage.setItem(KEPT_AS, chosen)
}

export function say(key, values = {}) {
  const text = WORDS[language()][key]
  return typeof text === "function" ? text(values) : text
}

/** A decimal as the store tells it, written in the shopper's way. */
export function number(decimal) {
  return decimal === null ? null : new Intl.NumberFormat(language(), DECIMALS).format(decimal)
}

export function money(amount, currency) {
  return new Intl.NumberFormat(language(), { style: "currency", currency }).format(amount)
}

/** A day as the store tells it: `2026-12-09`. */
export function day(date) {
  const parts = { day: "numeric", month: "long", timeZone: "UTC" }
  return new Intl.DateTimeFormat(language(), parts).format(new Date(date))
}

const DECIMALS = { maximumFractionDigits: 10 }
