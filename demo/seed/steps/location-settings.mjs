import { LOCATIONS } from "../world/locations.mjs"

/** What Stockroom adds to a location: its kind, where it is, and when it is asked for stock. */
export async function setLocations({ admin, shop }) {
  for (const [key, place] of Object.entries(LOCATIONS)) {
    const { kind, priority, latitude, longitude, lead_time_days } = place
    await admin.post(`/admin/stockroom/locations/${shop.locations[key]}`, {
      kind,
      priority,
      latitude,
      longitude,
      lead_time_days,
    })
  }
}
