import { Checkbox, Drawer, Label, Text, toast } from "@medusajs/ui"
import { type FormEvent, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../../api/types/transfers"
import { exact } from "../../../core/quantity"
import type { OriginDeduction } from "../../../core/transfer"
import { useLocations } from "../../hooks/api/use-location"
import { useMarkPending } from "../../hooks/api/use-transfer-step"
import { useFailureText } from "../../hooks/use-failure-text"
import { failureOf } from "../../lib/failure"
import { withNames } from "../../lib/names"
import { newKey } from "../../lib/new-key"
import type { SentLine } from "../../lib/send-effect"
import { namesOfTransfer, routeNames } from "../../lib/transfer-names"
import { NoteField } from "../fields/note-field"
import { FormFooter } from "../form-footer"
import { BeyondLimit } from "./beyond-limit"
import { SendEffectTable } from "./send-effect-table"

interface SendFormProps {
  answer: TransferResponse
  deduction: OriginDeduction
  effect: SentLine[]
  close: () => void
}

/** Sends a draft on its way: what the origin has and would have, and leave to go below zero where it is short. */
export function SendForm({ answer, deduction, effect, close }: SendFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const failureText = useFailureText()
  const { transfer } = answer
  const send = useMarkPending(transfer.id)
  const kind = useLocations().data?.locations.find((one) => one.id === transfer.origin_id)?.kind
  const [allowed, setAllowed] = useState(false)
  const [note, setNote] = useState("")
  const [tried, setTried] = useState(false)
  /** One key for one content: trying again sends nothing twice. */
  const sent = useRef({ content: "", key: "" })

  const values = routeNames(answer)
  const isUnlimited = kind === "virtual" || kind === "supplier"
  const short = effect.filter((one) => one.effect.short).length
  const asks = deduction === "on_pending" && !isUnlimited && short > 0
  const missing = asks && !allowed ? t("transfers.send.needsAllow") : undefined

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    if (missing || send.isPending) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const body = { allow_negative: asks && allowed, note: note.trim() || null }
    const content = JSON.stringify(body)
    if (sent.current.content !== content) {
      sent.current = { content, key: newKey() }
    }
    send.mutate(
      { ...body, idempotency_key: sent.current.key },
      {
        onSuccess: () => {
          toast.success(t("transfers.send.done", values))
          close()
        },
      }
    )
  }

  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small">
          {t(deduction === "on_pending" ? "transfers.send.now" : "transfers.send.later", values)}
        </Text>
        <SendEffectTable answer={answer} deduction={deduction} effect={effect} isShort={asks} />
        <BeyondLimit answer={answer} end="origin" quantityOf={(line) => exact(line.quantity)} />
        {asks && (
          <div className="flex flex-col gap-y-2">
            <Text size="small" weight="plus" className="text-ui-fg-error">
              {t(short === 1 ? "transfers.send.isShortOne" : "transfers.send.isShort", {
                number: short,
                location: values.from,
              })}
            </Text>
            <div className="flex items-start gap-x-2">
              <Checkbox
                id={`${id}-allow`}
                checked={allowed}
                aria-invalid={tried && missing !== undefined}
                aria-describedby={`${id}-allow-hint ${id}-error`}
                onCheckedChange={(checked) => setAllowed(checked === true)}
              />
              <div>
                <Label size="small" weight="plus" htmlFor={`${id}-allow`}>
                  {t("transfers.send.allow")}
                </Label>
                <Text id={`${id}-allow-hint`} size="small" className="text-ui-fg-subtle">
                  {t("transfers.send.allowHint")}
                </Text>
              </div>
            </div>
          </div>
        )}
        <NoteField value={note} onChange={setNote} />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={(tried ? missing : undefined) ?? refusalText()}
        label={t("transfers.send.action")}
        isSaving={send.isPending}
        close={close}
      />
    </form>
  )

  /** A field that is missing is told by its name, which the form of the draft has. */
  function refusalText(): string | undefined {
    if (!send.isError) {
      return undefined
    }
    const text = withNames(failureText(send.error), namesOfTransfer(answer))
    return failureOf(send.error).kind === "refused"
      ? text.replace(/^custom_fields\.\S+ \((.+?)\)/, "$1")
      : text
  }
}
