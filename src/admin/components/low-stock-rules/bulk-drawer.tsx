import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useLocationNames } from "../../hooks/api/use-location-names"
import { useLowStockActions } from "../../hooks/api/use-low-stock-actions"
import { useFocusBack } from "../../hooks/use-focus-back"
import type { ItemUnits } from "../../lib/units"
import { DrawerHeading } from "../drawer-heading"
import { BulkForm } from "./bulk-form"
import { FormWaiting } from "./form-waiting"

interface BulkDrawerProps {
  ruleIds: string[]
  /** Those that the rules' items have in common. */
  units: ItemUnits
  /** Whether there are units, but none in common. */
  isMixed: boolean
  open: boolean
  close: () => void
  /** After they are changed. */
  done: () => void
}

/** Changes many rules at once. */
export function BulkDrawer({ ruleIds, units, isMixed, open, close, done }: BulkDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  const locations = useLocationNames()
  const actions = useLowStockActions()
  return (
    <Drawer open={open} onOpenChange={(next) => next || close()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("lowStockRules.bulk.title", { count: ruleIds.length })}
          description={t("lowStockRules.bulk.hint")}
        />
        {locations.data && actions.data ? (
          <BulkForm
            ruleIds={ruleIds}
            units={units}
            isMixed={isMixed}
            choices={{ locations: locations.data, actions: actions.data }}
            close={close}
            done={done}
          />
        ) : (
          <FormWaiting choices={[locations, actions]} />
        )}
      </Drawer.Content>
    </Drawer>
  )
}
