import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useItemUnits } from "../../hooks/api/use-item-units"
import { useChannelNames } from "../../hooks/api/use-channel-names"
import { useLocationNames } from "../../hooks/api/use-location-names"
import { useLowStockActions } from "../../hooks/api/use-low-stock-actions"
import { useFocusBack } from "../../hooks/use-focus-back"
import type { LowStockRule, RulePreset } from "../../lib/low-stock-rule-draft"
import { DrawerHeading } from "../drawer-heading"
import { FormWaiting } from "./form-waiting"
import { RuleForm } from "./rule-form"

interface RuleDrawerProps {
  /** The one to be changed; a new one is made where it is left out. */
  rule?: LowStockRule
  /** What a new rule begins with. */
  preset?: RulePreset
  onClose: () => void
}

/** Makes or changes a low-stock rule. Shown while it is there. */
export function RuleDrawer({ rule, preset = {}, onClose }: RuleDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(true)
  const locations = useLocationNames()
  const channels = useChannelNames()
  const actions = useLowStockActions()
  const itemId = rule ? rule.inventory_item_id : preset.inventory_item_id
  const units = useItemUnits(itemId)
  return (
    <Drawer open onOpenChange={(open) => open || onClose()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t(rule ? "lowStockRules.form.edit" : "lowStockRules.form.new")}
          description={t("lowStockRules.form.hint")}
        />
        {locations.data && channels.data && actions.data && (units.data || !itemId) ? (
          <RuleForm
            rule={rule}
            preset={preset}
            units={units.data?.units}
            choices={{ locations: locations.data, channels: channels.data, actions: actions.data }}
            close={onClose}
          />
        ) : (
          <FormWaiting choices={[locations, channels, actions, units]} />
        )}
      </Drawer.Content>
    </Drawer>
  )
}
