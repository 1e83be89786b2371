/** What a refusal is about: a field by its path in the API, or the whole of what was sent. */
export interface RefusedPath {
  path: string | null
  /** The message without the name of the field. */
  problem: string
}

/**
 * Finds the field that a refusal is about, of those that a form has. The sdk hands on the message only, and the
 * message begins with the field.
 *
 * @example
 * refusedPath("title must have 1 to 200 characters", ["title"]).path // "title"
 */
export function refusedPath(message: string, fields: readonly string[]): RefusedPath {
  const [, path, problem] = message.match(/^([a-z_]+(?:\.[^\s.]+)*) (.+)$/s) ?? []
  return path && fields.includes(path.split(".")[0])
    ? { path, problem }
    : { path: null, problem: message }
}
