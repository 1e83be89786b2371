import { defineRouteConfig } from "@medusajs/admin-sdk"

import { EstimateList } from "../../../components/availability/estimate-list"
import { StoreSettings } from "../../../components/availability/store-settings"

/** What shoppers are told of stock, in the whole store. */
const AvailabilitySettingsPage = () => (
  <div className="flex flex-col gap-y-3">
    <StoreSettings />
    <EstimateList />
  </div>
)

export const config = defineRouteConfig({
  label: "availability.menu",
  translationNs: "stockroom",
})

export default AvailabilitySettingsPage
