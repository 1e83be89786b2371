const KEPT_AS = "nordlicht_basket"

/** The basket as this browser remembers it: the store's cart, and how many things are in it. */
function kept() {
  return JSON.parse(localStorage.getItem(KEPT_AS) ?? "null")
}

export function basketCount() {
  return kept()?.count ?? 0
}

/** Puts something in. A basket that the store no longer has is replaced by a new one. */
export async function addToBasket(store, line) {
  const before = kept()?.id
  const cart = await store.addToBasket(before, line).catch((error) => {
    if (before && error.status === 404) return store.addToBasket(null, line)
    throw error
  })
  const count = cart.items.reduce((sum, item) => sum + Number(item.quantity), 0)
  localStorage.setItem(KEPT_AS, JSON.stringify({ id: cart.id, count }))
  dispatchEvent(new Event("basket"))
}
