/**
 * Which locations shoppers are told of: none, those where orders can be picked up, or all that serve the
 * sales channel.
 */
export const SHOWN_LOCATIONS = ["none", "pickup", "all"] as const

export type ShownLocations = (typeof SHOWN_LOCATIONS)[number]
