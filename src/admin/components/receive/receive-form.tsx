import { Alert, Button, Text } from "@medusajs/ui"
import { type FormEvent, useId } from "react"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import { atLeastZero } from "../../../core/quantity"
import { useFormats } from "../../hooks/use-formats"
import { useReceiveForm } from "../../hooks/use-receive-form"
import { useUnitText } from "../../hooks/use-unit-text"
import { receivedOf } from "../../lib/receipt-draft"
import { FieldError } from "../fields/field-error"
import { NoteField } from "../fields/note-field"
import { BeyondLimit } from "../transfers/beyond-limit"
import { ReceiveTable } from "./receive-table"
import { ScanField } from "./scan-field"

/** What has arrived of a transfer: scanned or typed, item by item, and received at once. */
export function ReceiveForm({ answer }: { answer: TransferResponse }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const id = useId()
  const form = useReceiveForm(answer)
  const { named } = useUnitText()
  // Of one item all is told in its unit; those of several are only added up.
  const [line, another] = form.open
  const write = (figure: string) =>
    line && !another ? named(line.inventory_item_id, answer.units, figure) : quantity(figure)

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const element = event.currentTarget
    form.save()
    requestAnimationFrame(() =>
      element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    )
  }

  return (
    <form
      className="divide-y"
      onSubmit={save}
      // A scanner ends with Enter, whichever field has the focus: it must not send the form.
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
          event.preventDefault()
        }
      }}
      noValidate
    >
      {form.hasChanged && (
        <div className="px-6 py-4">
          <Alert variant="warning" role="alert">
            <div className="flex flex-col items-start gap-y-2">
              <div>
                <Text size="small" weight="plus">
                  {t("transfers.receive.changed")}
                </Text>
                <Text size="small">{t("transfers.receive.changedHint")}</Text>
              </div>
              <Button type="button" variant="secondary" size="small" onClick={form.lookAgain}>
                {t("actions.close")}
              </Button>
            </div>
          </Alert>
        </div>
      )}
      <div className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
        <ScanField news={form.news} onScan={form.scan} />
        <div className="flex items-center gap-x-2 pt-7">
          <Button
            type="button"
            variant="transparent"
            size="small"
            disabled={!form.isDirty}
            onClick={form.clear}
          >
            {t("transfers.receive.clear")}
          </Button>
          <Button type="button" variant="secondary" size="small" onClick={() => form.acceptAll()}>
            {t("transfers.receive.acceptAll")}
          </Button>
        </div>
        {form.codesFailed && (
          <Text size="small" className="text-ui-fg-subtle w-full" role="alert">
            {t("transfers.receive.codesError")}
          </Text>
        )}
      </div>
      <ReceiveTable answer={answer} form={form} />
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <BeyondLimit
          answer={answer}
          end="destination"
          quantityOf={(line) => receivedOf(form.read.lines, line.inventory_item_id)}
        />
        <NoteField value={form.note} onChange={form.changeNote} />
      </div>
      <div className="bg-ui-bg-base sticky bottom-0 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 rounded-b-lg px-6 py-4">
        <div className="mr-auto min-w-0">
          <Text size="small" className="text-ui-fg-subtle tabular-nums" aria-live="polite">
            {t("transfers.receive.total", {
              accepted: write(form.read.accepted.toFixed()),
              rejected: write(form.read.rejected.toFixed()),
              outstanding: write(atLeastZero(form.left).toFixed()),
            })}
          </Text>
          <FieldError id={`${id}-error`} text={form.error} />
        </div>
        <Button
          type="submit"
          size="small"
          isLoading={form.isSaving}
          aria-describedby={`${id}-error`}
        >
          {t("transfers.receive.action")}
        </Button>
      </div>
    </form>
  )
}
