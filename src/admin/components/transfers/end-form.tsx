import { Drawer, RadioGroup, Text, toast } from "@medusajs/ui"
import { type FormEvent, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import { exact } from "../../../core/quantity"
import { useEndTransfer } from "../../hooks/api/use-transfer-step"
import { useFailureText } from "../../hooks/use-failure-text"
import { useFormats } from "../../hooks/use-formats"
import { useUnitText } from "../../hooks/use-unit-text"
import { withNames } from "../../lib/names"
import { newKey } from "../../lib/new-key"
import { endOf } from "../../lib/transfer-actions"
import { namesOfTransfer, routeNames } from "../../lib/transfer-names"
import { NoteField } from "../fields/note-field"
import { ReasonField } from "../fields/reason-field"
import { FormFooter } from "../form-footer"
import { BeyondLimit } from "./beyond-limit"

interface EndFormProps {
  answer: TransferResponse
  how: "cancel" | "close"
  close: () => void
}

/** What becomes of what is outstanding, and why. */
export function EndForm({ answer, how, close }: EndFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const { quantity } = useFormats()
  const { named } = useUnitText()
  const failureText = useFailureText()
  const { transfer } = answer
  const end = useEndTransfer(transfer.id, how)
  const [writeOff, setWriteOff] = useState(false)
  const [reason, setReason] = useState("")
  const [note, setNote] = useState("")
  /** One key for one content: trying again ends nothing twice. */
  const sent = useRef({ content: "", key: "" })

  const values = routeNames(answer)
  const open = transfer.lines.filter(({ outstanding }) => outstanding !== "0")
  const items = open.length
  const later = transfer.origin_deduction === "on_receipt"

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (end.isPending) {
      return
    }
    const body = { write_off: writeOff, reason: reason.trim() || null, note: note.trim() || null }
    const content = JSON.stringify(body)
    if (sent.current.content !== content) {
      sent.current = { content, key: newKey() }
    }
    end.mutate(
      { ...body, idempotency_key: sent.current.key },
      {
        onSuccess: () => {
          toast.success(
            t(how === "cancel" ? "transfers.end.canceled" : "transfers.end.closed", values)
          )
          close()
        },
      }
    )
  }

  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small">
          {t(items === 1 ? "transfers.end.outstandingOne" : "transfers.end.outstanding", {
            items,
            units:
              items === 1
                ? named(open[0].inventory_item_id, answer.units, open[0].outstanding)
                : quantity(transfer.totals.outstanding),
          })}
        </Text>
        <BeyondLimit
          answer={answer}
          end={endOf(how)}
          quantityOf={(line) => exact(line.outstanding)}
        />
        <div className="flex flex-col gap-y-2">
          <Text id={`${id}-what`} size="small" weight="plus">
            {t("transfers.end.what")}
          </Text>
          <RadioGroup
            aria-labelledby={`${id}-what`}
            value={writeOff ? "lost" : "back"}
            onValueChange={(what) => setWriteOff(what === "lost")}
          >
            <RadioGroup.ChoiceBox
              value="back"
              label={t("transfers.end.back", values)}
              description={t(later ? "transfers.end.backLaterHint" : "transfers.end.backHint")}
            />
            <RadioGroup.ChoiceBox
              value="lost"
              label={t("transfers.end.writeOff")}
              description={t("transfers.end.writeOffHint")}
            />
          </RadioGroup>
        </div>
        <ReasonField value={reason} onChange={setReason} />
        <NoteField value={note} onChange={setNote} />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={end.isError ? withNames(failureText(end.error), namesOfTransfer(answer)) : undefined}
        label={t(`transfers.end.${how}Action`)}
        danger
        isSaving={end.isPending}
        close={close}
      />
    </form>
  )
}
