import { SHOWN_LOCATIONS } from "../../../core/availability"
import { Refusal } from "../../../core/refusal"
import type { StockroomOptions } from "../options"
import type { Run } from "../posting/connection"
import { decimal } from "../transfers"
import { readDisplay } from "./display"
import type { StoredSettings } from "./facts"
import type { StoreAvailability, StoreAvailabilityInput } from "./types"

const NOTHING: StoredSettings = { display: null, display_below: null, locations: null }

/** What the dashboard has stored for the whole store; nulls where the options decide. */
export async function readSettings(read: Run): Promise<StoredSettings> {
  const [row] = await read<StoredSettings>(READ)
  return row ?? NOTHING
}

/**
 * Changes it; what is left out stays, what is null is as the options have it.
 *
 * @returns how it is now, and how it was before
 * @throws Refusal `invalid_data` with the field
 */
export async function setSettings(
  run: Run,
  input: StoreAvailabilityInput
): Promise<{ settings: StoredSettings; before: StoredSettings }> {
  const before = await readSettings(run)
  const locations = input.locations === undefined ? before.locations : input.locations
  if (locations !== null && !SHOWN_LOCATIONS.includes(locations)) {
    throw Refusal.invalid("locations", `must be one of ${SHOWN_LOCATIONS.join(", ")}`)
  }
  const settings = { ...readDisplay(input, before), locations }
  await writeSettings(run, settings)
  return { settings, before }
}

export async function writeSettings(run: Run, settings: StoredSettings): Promise<void> {
  await run(WRITE, [settings.display, settings.display_below, settings.locations])
}

/** What holds for the store: what is stored, else the options. */
export function effectiveSettings(
  { display, display_below, locations }: StoredSettings,
  options: StockroomOptions["availability"]
): StoreAvailability {
  const below = options.display_below === undefined ? null : String(options.display_below)
  return {
    ...(display === null
      ? { display: options.display, display_below: below }
      : { display, display_below }),
    locations: locations ?? options.locations,
  }
}

const READ = {
  name: "",
  text: `
    select display, ${decimal("display_below")} as display_below, locations
    from inventory_availability_setting`,
}

const WRITE = {
  name: "",
  text: `
    insert into inventory_availability_setting (id, display, display_below, locations)
    values ('store', $1, $2, $3)
    on conflict (id) do update set display = excluded.display,
      display_below = excluded.display_below, locations = excluded.locations,
      updated_at = clock_timestamp()`,
}
