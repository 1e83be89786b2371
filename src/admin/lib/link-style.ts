/** A link in the text: by its line, since the colour of Medusa's links is too faint to be read by all. */
export const LINK =
  "text-ui-fg-base hover:text-ui-fg-subtle decoration-ui-border-strong focus-visible:shadow-borders-focus rounded-sm underline underline-offset-4 outline-none"
