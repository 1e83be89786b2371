import { Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { VariantStockResponse } from "../../../api/types/item-stock"
import { useSetVariantUnit } from "../../hooks/api/use-variant-unit"
import { useFailureText } from "../../hooks/use-failure-text"
import { useFormats } from "../../hooks/use-formats"
import { failureOf } from "../../lib/failure"
import { itemTitle, namesOf } from "../../lib/item-levels"
import { withNames } from "../../lib/names"
import { refusedForOrders } from "../../lib/refused-units"
import { type ItemUnits, namedText, soldBy } from "../../lib/units"
import { UnitSelect } from "./unit-select"

interface UnitLineProps {
  variantId: string
  item: VariantStockResponse["variant_stock"]["items"][number]
  units: NonNullable<ItemUnits>
}

/** By which unit of an item a variant is sold, and what that means. */
export function UnitLine({ variantId, item, units }: UnitLineProps) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const failureText = useFailureText()
  const prompt = usePrompt()
  const setUnit = useSetVariantUnit(variantId)
  const takes = (required: string) => namedText(required, units, null, locale)

  async function sellBy(key: string): Promise<void> {
    const unit = units.find((one) => one.key === key)
    const sure =
      unit &&
      (await prompt({
        title: t("units.sellBy.sure", { unit: unit.name }),
        description: t("units.sellBy.takes", { quantity: takes(unit.factor) }),
        confirmText: t("units.sellBy.confirm"),
        cancelText: t("actions.cancel"),
        variant: "confirmation",
      }))
    if (!sure) {
      return
    }
    setUnit.mutate(
      { inventory_item_id: item.inventory_item_id, unit: key },
      {
        onSuccess: () => toast.success(t("units.sellBy.done", { unit: unit.name })),
        onError: (error) => toast.error(t("units.sellBy.failed"), { description: textOf(error) }),
      }
    )
  }

  function textOf(error: unknown): string {
    const count = refusedForOrders(failureOf(error).message)
    return count === null
      ? withNames(failureText(error), namesOf(item, []))
      : t("units.sellBy.openOrders", { count })
  }

  return (
    <div className="flex flex-col gap-y-1">
      <UnitSelect
        label={t("units.sellBy.label")}
        units={units}
        value={soldBy(item.required_quantity, units)?.key ?? ""}
        placeholder={t("units.sellBy.none")}
        disabled={setUnit.isPending}
        onChange={(key) => void sellBy(key)}
      />
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("units.sellBy.takesNow", {
          quantity: takes(item.required_quantity),
          item: itemTitle(item),
        })}
      </Text>
    </div>
  )
}
