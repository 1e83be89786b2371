import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useRights } from "../../hooks/api/use-rights"
import { hasRightEverywhere } from "../../lib/grant-limits"
import type { ItemUnits } from "../../lib/units"
import { SectionHeading } from "../section-heading"
import { UnitsDrawer } from "./units-drawer"
import { UnitsList } from "./units-list"

interface UnitsSectionProps {
  itemId: string
  units: ItemUnits
}

/** In which units an item is counted; who may change stock everywhere can change them. */
export function UnitsSection({ itemId, units = [] }: UnitsSectionProps) {
  const { t } = useTranslation("stockroom")
  const may = hasRightEverywhere(useRights().data?.grants ?? null, "levels")
  const [open, setOpen] = useState(false)
  return (
    <section aria-label={t("units.title")} className="pt-4 pb-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-6">
        <SectionHeading>{t("units.title")}</SectionHeading>
        {may && (
          <Button
            variant="transparent"
            size="small"
            className="-mr-2"
            onClick={() => setOpen(true)}
          >
            {t(units.length ? "units.edit" : "units.addFirst")}
          </Button>
        )}
      </div>
      {units.length ? (
        <UnitsList units={units} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 pb-2">
          {t("units.empty")}
        </Text>
      )}
      <UnitsDrawer itemId={itemId} open={open} onOpenChange={setOpen} />
    </section>
  )
}
