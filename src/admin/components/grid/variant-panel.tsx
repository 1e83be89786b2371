import { FocusModal, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { VariantStockResponse } from "../../../api/types/item-stock"
import { useFocusBack } from "../../hooks/use-focus-back"
import { isKit } from "../../lib/kit"
import { ItemFigures } from "./item-figures"
import { ItemHeading } from "./item-heading"
import { Makeable } from "./makeable"

interface VariantPanelProps {
  answer: VariantStockResponse
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** All figures of a variant's items, over the whole window. */
export function VariantPanel({ answer, open, onOpenChange }: VariantPanelProps) {
  const { t } = useTranslation("stockroom")
  const { variant_stock: variant, locations } = answer
  const focusBack = useFocusBack(open)
  return (
    <FocusModal open={open} onOpenChange={onOpenChange}>
      <FocusModal.Content onCloseAutoFocus={focusBack}>
        <FocusModal.Header
          ref={(header) =>
            header?.querySelector("button")?.setAttribute("aria-label", t("actions.close"))
          }
        />
        <FocusModal.Body className="divide-y overflow-y-auto">
          <div className="px-6 py-4">
            <FocusModal.Title asChild>
              <Heading>
                {t("grid.panelTitle", { variant: variant.title || variant.sku || "" })}
              </Heading>
            </FocusModal.Title>
            <FocusModal.Description className="text-ui-fg-subtle txt-small">
              {t("grid.panelHint")}
            </FocusModal.Description>
          </div>
          {isKit(variant.items) && variant.makeable && (
            <div>
              <div className="max-w-md">
                <Makeable makeable={variant.makeable} locations={locations} />
              </div>
            </div>
          )}
          {variant.items.map((item) => (
            <div key={item.inventory_item_id} className="flex flex-col gap-y-3">
              <ItemHeading item={item} units={answer.units[item.inventory_item_id]} />
              <ItemFigures
                item={item}
                locations={locations}
                units={answer.units[item.inventory_item_id]}
              />
            </div>
          ))}
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
