import de from "./translations/de"
import en from "./translations/en"
import es from "./translations/es"
import fr from "./translations/fr"

/** Stockroom's texts in the dashboard, in a namespace of their own. */
export default {
  de: { stockroom: de },
  en: { stockroom: en },
  es: { stockroom: es },
  fr: { stockroom: fr },
}
