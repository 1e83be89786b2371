import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import { useFocusBack } from "../../hooks/use-focus-back"
import { routeNames } from "../../lib/transfer-names"
import { DrawerHeading } from "../drawer-heading"
import { EndForm } from "./end-form"

interface EndDrawerProps {
  answer: TransferResponse
  how: "cancel" | "close"
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Ends what is outstanding of a transfer. */
export function EndDrawer({ answer, how, open, onOpenChange }: EndDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t(`transfers.end.${how}Title`, routeNames(answer))}
          description={t(`transfers.end.${how}Hint`)}
        />
        <EndForm answer={answer} how={how} close={() => onOpenChange(false)} />
      </Drawer.Content>
    </Drawer>
  )
}
