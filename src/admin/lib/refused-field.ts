/** What a refused change is about: a field of the form, or the whole of it. */
export interface RefusedField {
  field: "quantity" | "to" | "reason" | "note" | null
  /** The message without the name of the field. */
  problem: string
}

/**
 * Finds the field that a refusal of a single change is about. The sdk hands on the message only, and
 * the message begins with the field.
 */
export function refusedField(message: string): RefusedField {
  const [, field, problem] =
    message.match(/^(?:changes\[0\]\.(?=quantity|to))?(quantity|to|reason|note) (.+)$/s) ?? []
  return field
    ? { field: field as RefusedField["field"], problem }
    : { field: null, problem: message }
}
