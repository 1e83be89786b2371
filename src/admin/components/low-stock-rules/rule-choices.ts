import type { NamedChannel } from "../../hooks/api/use-channel-names"
import type { NamedLocation } from "../../hooks/api/use-location-names"
import type { LowStockAction } from "../../lib/low-stock-actions"

/** What the fields of a rule choose from. */
export interface RuleChoices {
  locations: NamedLocation[]
  channels: NamedChannel[]
  actions: LowStockAction[]
}
