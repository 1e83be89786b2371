import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFocusBack } from "../../hooks/use-focus-back"
import type { Alert, LowStockNames } from "../../lib/low-stock"
import { itemName } from "../../lib/names"
import { DrawerHeading } from "../drawer-heading"
import { StepForm } from "./step-form"

/** A step that needs a form, and of what. The names are kept: the list may lose its rows meanwhile. */
export interface AskedStep {
  step: "resolve" | "mute"
  alerts: Alert[]
  names: LowStockNames
}

interface StepDrawerProps {
  /** Null while the drawer is shut. */
  asked: AskedStep | null
  close: () => void
  /** After it is done. */
  done: () => void
}

/** Resolves or mutes alerts, one or many. */
export function StepDrawer({ asked, close, done }: StepDrawerProps) {
  const focusBack = useFocusBack(asked !== null)
  return (
    <Drawer open={asked !== null} onOpenChange={(open) => !open && close()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        {asked && <Content asked={asked} close={close} done={done} />}
      </Drawer.Content>
    </Drawer>
  )
}

function Content({ asked, close, done }: StepDrawerProps & { asked: AskedStep }) {
  const { t } = useTranslation("stockroom")
  const { step, alerts, names } = asked
  return (
    <>
      <DrawerHeading
        title={
          alerts.length === 1
            ? t(`lowStock.steps.${step}.title`, {
                item: itemName(names, alerts[0].inventory_item_id),
                interpolation: { escapeValue: false },
              })
            : t(`lowStock.steps.${step}.titleMany`, { number: alerts.length })
        }
        description={t(`lowStock.steps.${step}.hint`)}
      />
      <StepForm
        step={step}
        alertIds={alerts.map(({ id }) => id)}
        close={close}
        done={() => {
          close()
          done()
        }}
      />
    </>
  )
}
