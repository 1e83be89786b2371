/**
 * The colour of a link. Medusa's own blue for it is too light on white for small text to be read with ease;
 * the one that it has for a link under the pointer is not, and in the dark it is the other way round.
 */
export const LINK_COLOR =
  "text-ui-fg-interactive-hover hover:text-ui-fg-interactive dark:text-ui-fg-interactive dark:hover:text-ui-fg-interactive-hover"

/** A link in a text or a table. */
export const LINK = `${LINK_COLOR} focus-visible:shadow-borders-focus rounded-sm outline-none`
