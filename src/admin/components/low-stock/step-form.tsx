import { Button, Drawer, Text } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { useAlertSteps } from "../../hooks/use-alert-steps"
import { NoteField } from "../fields/note-field"
import { DayField } from "../fields/day-field"
import { FormFooter } from "../form-footer"

interface StepFormProps {
  step: "resolve" | "mute"
  alertIds: string[]
  /** Leaves the form, without having done anything. */
  close: () => void
  /** After it is done. */
  done: () => void
}

/** How long alerts are muted at a click. */
const SPANS = { week: 7, month: 30 } as const

/** What else there is to say when alerts are resolved, or until when they are muted. */
export function StepForm({ step, alertIds, close, done }: StepFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const { take, isPending } = useAlertSteps()
  const [note, setNote] = useState("")
  const [day, setDay] = useState<Date | null>(null)
  const [missing, setMissing] = useState(false)
  const [against, setAgainst] = useState<string | null>(null)

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (step === "mute" && !day) {
      setMissing(true)
      return
    }
    if (isPending) {
      return
    }
    const refused = await take(
      alertIds,
      day ? { do: "mute", until: day.toISOString() } : { do: "resolve", note: note.trim() || null }
    )
    setAgainst(refused)
    if (!refused) {
      done()
    }
  }

  function choose(chosen: Date | null): void {
    setMissing(false)
    setDay(chosen)
  }

  return (
    <form
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => void save(event)}
      noValidate
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {step === "resolve" && <NoteField value={note} onChange={setNote} />}
        {step === "mute" && (
          <div className="flex flex-col gap-y-3">
            <DayField
              label={t("lowStock.steps.mute.until")}
              size="small"
              value={day}
              min={daysFromToday(1)}
              error={missing ? t("lowStock.steps.mute.noDay") : undefined}
              onChange={choose}
            />
            <div className="flex gap-x-2">
              {Object.entries(SPANS).map(([span, days]) => (
                <Button
                  key={span}
                  type="button"
                  variant="secondary"
                  size="small"
                  onClick={() => choose(daysFromToday(days))}
                >
                  {t(`lowStock.steps.mute.${span as keyof typeof SPANS}`)}
                </Button>
              ))}
            </div>
            <Text size="small" className="text-ui-fg-subtle">
              {t("lowStock.steps.mute.dayHint")}
            </Text>
          </div>
        )}
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={against ?? undefined}
        label={t(`lowStock.steps.${step}.action`)}
        isSaving={isPending}
        close={close}
      />
    </form>
  )
}

/** Where a day begins, some days on. */
function daysFromToday(days: number): Date {
  const now = new Date()
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
}
