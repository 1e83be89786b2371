import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { DrawerHeading } from "../drawer-heading"
import type { Names } from "../../../api/types/names"
import { useFocusBack } from "../../hooks/use-focus-back"
import type { StockLevel } from "../../lib/stock-level"
import { ChangeForm } from "./change-form"

interface ChangeDrawerProps {
  levels: StockLevel[]
  names: Names
  open: boolean
  onOpenChange: (open: boolean) => void
  done: () => void
}

/** Where the levels that are chosen are changed. */
export function ChangeDrawer({ levels, names, open, onOpenChange, done }: ChangeDrawerProps) {
  const { t } = useTranslation("stockroom")
  const number = levels.length
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t(number === 1 ? "levels.change.titleOne" : "levels.change.title", { number })}
          description={t("levels.change.hint")}
        />
        <ChangeForm levels={levels} names={names} close={() => onOpenChange(false)} done={done} />
      </Drawer.Content>
    </Drawer>
  )
}
