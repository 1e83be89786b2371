import type { RowError } from "./row-error"

/** A stock location as the store has it. */
export interface NamedLocation {
  id: string
  name: string
}

/** Finds the locations that rows name: by id, or by name, in which upper and lower case may differ. */
export class LocationFinder {
  private readonly byId: Map<string, NamedLocation>
  private readonly byName = new Map<string, NamedLocation[]>()

  constructor(locations: NamedLocation[]) {
    this.byId = new Map(locations.map((location) => [location.id, location]))
    for (const location of locations) {
      const name = plain(location.name)
      this.byName.set(name, [...(this.byName.get(name) ?? []), location])
    }
  }

  /** The location that a row means; a name may be an id as well. */
  find(row: { location: string; locationId: string }): NamedLocation | RowError {
    const { location, locationId } = row
    if (locationId) {
      const found = this.byId.get(locationId)
      if (!found) {
        return { code: "unknown_location", params: { location: locationId } }
      }
      const agrees = !location || location === found.id || plain(location) === plain(found.name)
      return agrees
        ? found
        : { code: "location_mismatch", params: { id: found.id, actual: found.name, location } }
    }
    const called = this.byName.get(plain(location)) ?? []
    const exactly = called.filter(({ name }) => name.trim() === location)
    const found = exactly.length === 1 ? exactly : called
    if (found.length > 1) {
      return { code: "ambiguous_location", params: { location } }
    }
    return found[0] ?? this.byId.get(location) ?? { code: "unknown_location", params: { location } }
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
