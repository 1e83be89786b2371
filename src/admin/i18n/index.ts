import en from "./translations/en"

/** Stockroom's texts in the dashboard, in a namespace of their own. */
export default { en: { stockroom: en } }
