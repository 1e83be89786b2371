/**
 * Packs what an order still has to get, one parcel per location that has set stock aside for it.
 *
 * @param {(line: object, open: number) => number} [share] how many of a line's open units to pack;
 *   all of them without it
 * @returns the parcels, each with its fulfilment's id and the order's lines in it
 */
export async function pack(seed, orderId, share = (_line, open) => open) {
  const { admin, shop } = seed
  const { order } = await admin.get(
    `/admin/orders/${orderId}?fields=id,fulfillments.id,*items,*items.detail`
  )
  const places = await reservedAt(seed, order)
  const known = new Set((order.fulfillments ?? []).map(({ id }) => id))

  const groups = new Map()
  for (const line of order.items) {
    const open = line.quantity - line.detail.fulfilled_quantity
    const quantity = open > 0 ? share(line, open) : 0
    if (quantity <= 0) continue
    // A course reserves nothing, and cannot share a parcel with things: Medusa ships only these.
    const place = places.get(line.id) ?? shop.locations.hamburg
    const key = `${place} ${line.requires_shipping}`
    const group = groups.get(key) ?? { place, ships: line.requires_shipping, lines: [] }
    group.lines.push({ id: line.id, quantity })
    groups.set(key, group)
  }

  const parcels = []
  for (const { place, ships, lines } of groups.values()) {
    const { order: packed } = await admin.post(
      `/admin/orders/${orderId}/fulfillments?fields=id,fulfillments.id`,
      { location_id: place, items: lines }
    )
    const { id } = packed.fulfillments.find((fulfillment) => !known.has(fulfillment.id))
    known.add(id)
    parcels.push({ id, ships, lines })
  }
  return parcels
}

/** Hands a parcel to the carrier. */
export async function ship({ admin, random }, orderId, parcel) {
  await admin.post(`/admin/orders/${orderId}/fulfillments/${parcel.id}/shipments?fields=id`, {
    items: parcel.lines,
    labels: [
      {
        tracking_number: `NL${random.between(10_000_000, 99_999_999)}`,
        tracking_url: "https://carrier.example/track",
        label_url: "https://carrier.example/label",
      },
    ],
  })
}

export async function deliver({ admin }, orderId, parcel) {
  await admin.post(`/admin/orders/${orderId}/fulfillments/${parcel.id}/mark-as-delivered?fields=id`)
}

/** Takes the money that was authorised at checkout. */
export async function capture({ admin }, orderId) {
  const { order } = await admin.get(
    `/admin/orders/${orderId}?fields=id,*payment_collections.payments`
  )
  for (const collection of order.payment_collections) {
    for (const payment of collection.payments ?? []) {
      if (!payment.captured_at) await admin.post(`/admin/payments/${payment.id}/capture`)
    }
  }
}

/** Packs, ships, delivers and charges everything: what most orders come to. */
export async function complete(seed, orderId) {
  for (const parcel of await pack(seed, orderId)) {
    if (parcel.ships) await ship(seed, orderId, parcel)
    await deliver(seed, orderId, parcel)
  }
  await capture(seed, orderId)
}

async function reservedAt({ admin }, order) {
  const query = order.items.map(({ id }) => `line_item_id[]=${id}`).join("&")
  const { reservations } = await admin.get(
    `/admin/reservations?limit=200&fields=line_item_id,location_id&${query}`
  )
  return new Map(reservations.map((row) => [row.line_item_id, row.location_id]))
}
