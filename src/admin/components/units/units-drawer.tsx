import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useItemUnits } from "../../hooks/api/use-item-units"
import { useFocusBack } from "../../hooks/use-focus-back"
import { DrawerHeading } from "../drawer-heading"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { UnitsForm } from "./units-form"

interface UnitsDrawerProps {
  itemId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Where the units of an item are changed, all of them together. */
export function UnitsDrawer({ itemId, open, onOpenChange }: UnitsDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading title={t("units.title")} description={t("units.hint")} />
        <Fetched itemId={itemId} close={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}

function Fetched({ itemId, close }: { itemId: string; close: () => void }) {
  const { t } = useTranslation("stockroom")
  const { data, isPending, isError, error, refetch } = useItemUnits(itemId)
  if (data) {
    return <UnitsForm itemId={itemId} units={data.units} close={close} />
  }
  return (
    <Drawer.Body>
      {isPending && <LoadingRows rows={4} />}
      {isError && <LoadFailure title={t("units.error")} error={error} retry={refetch} />}
    </Drawer.Body>
  )
}
