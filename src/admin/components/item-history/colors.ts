/** The chart's colours, from Medusa's tokens: they follow the theme. */
export const ON_HAND_COLOR = "var(--tag-neutral-icon)"
export const AVAILABLE_COLOR = "var(--fg-interactive)"
