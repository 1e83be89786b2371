/**
 * What people call the things whose ids an answer carries. What has been deleted since has no name.
 *
 * @since 0.1.0
 */
export interface Names {
  /** By inventory item id. */
  items: Record<string, { sku: string | null; title: string | null }>
  /** By stock location id. */
  locations: Record<string, string>
  /** Admin users by id: the name, or the e-mail address of one who has given none. */
  users: Record<string, string>
}
