import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DrawerHeading } from "../drawer-heading"
import type { ReturnStockResponse } from "../../../api/types/return-stock"
import { useLevels } from "../../hooks/api/use-levels"
import { useFocusBack } from "../../hooks/use-focus-back"
import { sortable } from "../../lib/dispositions"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { SortForm } from "./sort-form"

interface SortDrawerProps {
  /** The number that the return has on Medusa's page. */
  number: string
  answer: ReturnStockResponse
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Reads the levels that sorting changes, and shows the form. */
export function SortDrawer({ number, answer, open, onOpenChange }: SortDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("returns.sort.title", { number })}
          description={t("returns.sort.hint")}
        />
        <SortBody answer={answer} close={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}

function SortBody({ answer, close }: { answer: ReturnStockResponse; close: () => void }) {
  const { t } = useTranslation("stockroom")
  const units = sortable(answer.return_stock.units)
  const { data, isPending, isError, error, refetch } = useLevels(
    [...new Set(units.map((unit) => unit.inventory_item_id))],
    [...new Set(units.map((unit) => unit.location_id))]
  )
  if (isPending) {
    return (
      <Drawer.Body>
        <LoadingRows rows={6} />
      </Drawer.Body>
    )
  }
  if (isError && !data) {
    return (
      <Drawer.Body>
        <LoadFailure title={t("returns.levelsError")} error={error} retry={refetch} />
      </Drawer.Body>
    )
  }
  return <SortForm answer={answer} units={units} levels={data.stock} close={close} />
}
