import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useFocusBack } from "../../hooks/use-focus-back"
import type { Alert, LowStockNames } from "../../lib/low-stock"
import { itemName } from "../../lib/names"
import { DrawerHeading } from "../drawer-heading"
import { StepForm } from "./step-form"

interface StepDrawerProps {
  /** What is to be done; null while the drawer is shut. */
  step: "resolve" | "mute" | null
  alerts: Alert[]
  names: LowStockNames
  close: () => void
  /** After it is done. */
  done: () => void
}

/** Resolves or mutes alerts, one or many. */
export function StepDrawer({ step, alerts, names, close, done }: StepDrawerProps) {
  const { t } = useTranslation("stockroom")
  const focusBack = useFocusBack(step !== null)
  return (
    <Drawer open={step !== null} onOpenChange={(open) => !open && close()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        {step && (
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
        )}
      </Drawer.Content>
    </Drawer>
  )
}
