import { fill, node } from "./dom.js"
import { statusText } from "./told.js"
import { number, say } from "./words.js"

/** Where a variant lies, as far as the shop tells; the nearest first, once the shopper says from where. */
export function whereList(store, variant, told) {
  const list = node("ul")
  const said = node("p", { class: "quiet", role: "status" })
  show(told?.locations)
  return [
    node("h2", {}, say("where")),
    told?.locations && variant
      ? node("button", { type: "button", class: "plain", onclick: sort }, say("nearest"))
      : null,
    said,
    list,
  ]

  function show(locations) {
    said.textContent = locations ? "" : say("nowhere")
    fill(list, ...(locations ?? []).map(place))
  }

  async function sort() {
    try {
      const near = await whereAmI()
      const found = await store.availability([variant.id], { locations: true, near })
      show(found.get(variant.id)?.locations)
    } catch (error) {
      said.textContent = error.code ? say("located") : error.message
    }
  }
}

function place({ name, pickup, distance_km: distance, ...told }) {
  const away = distance === null ? null : say("away", { distance: number(distance) })
  const facts = [pickup ? say("pickup") : null, away].filter(Boolean).join(" · ")
  return node(
    "li",
    {},
    node("span", {}, node("strong", {}, name), node("span", { class: "quiet" }, facts)),
    node("span", { class: `status ${told.status}` }, statusText(told))
  )
}

async function whereAmI() {
  const { coords } = await new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000 })
  )
  // A shop needs to know the town, not the door.
  const round = (degrees) => Math.round(degrees * 10) / 10
  return { lat: round(coords.latitude), lng: round(coords.longitude) }
}
