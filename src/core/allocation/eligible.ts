/** What is known of a location when it is asked whether it may be sold from. */
export interface SellingLocation {
  id: string
  active: boolean
  salesChannelIds: readonly string[]
}

/**
 * The locations that an order may be shipped from: active, and serving the order's channel. Where
 * nobody knows the channel, the location that Medusa suggests, and those that serve every channel
 * that it serves; a location that serves none is sold from only where it is named.
 */
export function eligibleLocations<Location extends SellingLocation>(
  locations: Location[],
  order: { salesChannelId: string | null; suggestedId: string | null }
): Location[] {
  const active = locations.filter((location) => location.active)
  if (order.salesChannelId !== null) {
    const channel = order.salesChannelId
    return active.filter(({ salesChannelIds }) => salesChannelIds.includes(channel))
  }
  const suggested = locations.find(({ id }) => id === order.suggestedId)
  return active.filter(
    ({ id, salesChannelIds }) =>
      id === order.suggestedId ||
      (suggested?.salesChannelIds.length &&
        suggested.salesChannelIds.every((channel) => salesChannelIds.includes(channel)))
  )
}
