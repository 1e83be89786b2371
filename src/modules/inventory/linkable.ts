type Linkable = Record<string, string[]>

/** What Medusa's generated methods return: the ids by linkable key, of the keys that were asked for. */
export function linkable<Keys extends string>(
  ids: Linkable,
  { returnLinkableKeys }: { returnLinkableKeys?: Keys[] }
): Record<Keys, string[]> | void {
  const entries = Object.entries(ids).filter(
    ([key, found]) =>
      found.length && (!returnLinkableKeys || returnLinkableKeys.includes(key as Keys))
  )
  return entries.length ? (Object.fromEntries(entries) as Record<Keys, string[]>) : undefined
}
