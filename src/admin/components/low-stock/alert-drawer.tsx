import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useAlert } from "../../hooks/api/use-low-stock-alerts"
import { useAlertSteps } from "../../hooks/use-alert-steps"
import { useFocusBack } from "../../hooks/use-focus-back"
import { useMayAtPool } from "../../hooks/use-may-at-pool"
import { usePlaceName } from "../../hooks/use-place-name"
import type { Alert } from "../../lib/low-stock"
import { itemName } from "../../lib/names"
import { DrawerHeading } from "../drawer-heading"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { AlertFacts } from "./alert-facts"
import { AlertRuns } from "./alert-runs"
import { AlertStory } from "./alert-story"
import { StepForm } from "./step-form"

interface AlertDrawerProps {
  /** Null while the drawer is shut. */
  id: string | null
  close: () => void
}

/** An alert with all that has happened, and what can be done about it. */
export function AlertDrawer({ id, close }: AlertDrawerProps) {
  const focusBack = useFocusBack(id !== null)
  return (
    <Drawer open={id !== null} onOpenChange={(open) => !open && close()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        {id && <Content key={id} id={id} />}
      </Drawer.Content>
    </Drawer>
  )
}

function Content({ id }: { id: string }) {
  const { t } = useTranslation("stockroom")
  const placeName = usePlaceName()
  const { data, error, refetch } = useAlert(id)
  const [step, setStep] = useState<"resolve" | "mute" | null>(null)
  if (!data) {
    return (
      <>
        <DrawerHeading title={t("lowStock.alert")} description={t("lowStock.alertHint")} />
        <Drawer.Body>
          {error ? (
            <LoadFailure title={t("lowStock.alertError")} error={error} retry={refetch} />
          ) : (
            <LoadingRows rows={6} />
          )}
        </Drawer.Body>
      </>
    )
  }
  const { alert, names, units } = data
  const item = itemName(names, alert.inventory_item_id)
  return (
    <>
      <DrawerHeading
        title={item}
        description={step ? t(`lowStock.steps.${step}.hint`) : placeName(alert, names)}
      />
      {step ? (
        <StepForm
          step={step}
          alertIds={[id]}
          close={() => setStep(null)}
          done={() => setStep(null)}
        />
      ) : (
        <>
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            <AlertFacts alert={alert} units={units[alert.inventory_item_id]} />
            <AlertStory alert={alert} names={names} units={units[alert.inventory_item_id]} />
            <AlertRuns alertId={id} item={item} />
          </Drawer.Body>
          <Foot alert={alert} open={setStep} />
        </>
      )}
    </>
  )
}

interface FootProps {
  alert: Alert
  open: (step: "resolve" | "mute") => void
}

function Foot({ alert, open }: FootProps) {
  const { t } = useTranslation("stockroom")
  const may = useMayAtPool()
  const { takeAtOnce, isPending } = useAlertSteps()
  if (!may(alert) || (!alert.low && alert.status === "resolved")) {
    return null
  }
  return (
    <Drawer.Footer className="gap-x-2">
      {alert.low && (
        <Button variant="secondary" size="small" onClick={() => open("mute")}>
          {t("lowStock.steps.mute.menu")}
        </Button>
      )}
      {alert.status !== "resolved" && (
        <Button variant="secondary" size="small" onClick={() => open("resolve")}>
          {t("lowStock.steps.resolve.menu")}
        </Button>
      )}
      {alert.status === "open" && (
        <Button
          size="small"
          isLoading={isPending}
          onClick={() => void takeAtOnce([alert.id], { do: "acknowledge" })}
        >
          {t("lowStock.steps.acknowledge.action")}
        </Button>
      )}
    </Drawer.Footer>
  )
}
