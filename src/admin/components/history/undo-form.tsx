import { Checkbox, Drawer, InlineTip, Label, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { FormFooter } from "../form-footer"
import type { UndoPreviewResponse } from "../../../api/types/undo"
import { useUndo } from "../../hooks/api/use-undo"
import { useFailureText } from "../../hooks/use-failure-text"
import { withNames } from "../../lib/names"
import { shortOf } from "../../lib/undo"
import { NoteField } from "../fields/note-field"
import { ReasonField } from "../fields/reason-field"
import { UndoEffect } from "./undo-effect"

interface UndoFormProps {
  movementId: string
  preview: UndoPreviewResponse
  close: () => void
}

/** Takes a movement back: what it comes to, what stands against it, and why. */
export function UndoForm({ movementId, preview: { undo, names, units }, close }: UndoFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const failureText = useFailureText()
  const send = useUndo()
  const [reason, setReason] = useState("")
  const [note, setNote] = useState("")
  const [allowed, setAllowed] = useState(false)
  const [problem, setProblem] = useState<string>()
  const short = shortOf(undo.rows)
  const stands = !undo.possible || short.never

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (stands || send.isPending) {
      return
    }
    if (short.available && !allowed) {
      setProblem(t("history.undo.mustAllow"))
      document.getElementById(`${id}-allow`)?.focus()
      return
    }
    try {
      // Not by callbacks of the mutation: those are dropped when the row is read anew.
      await send.mutateAsync({
        movementId,
        reason: reason.trim() || null,
        note: note.trim() || null,
        allow_negative: short.available && allowed,
      })
      toast.success(t("history.undo.done"))
      close()
    } catch (error) {
      setProblem(withNames(failureText(error), names))
    }
  }

  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {stands && (
          <InlineTip variant="error" label={t("history.undo.impossible")} role="alert">
            {undo.obstacle ? withNames(undo.obstacle, names) : t("history.undo.never")}
          </InlineTip>
        )}
        <UndoEffect rows={undo.rows} names={names} units={units} />
        {!stands && (
          <>
            {short.available && (
              <div className="flex flex-col gap-y-2">
                <InlineTip variant="warning" label={t("history.belowZero")}>
                  {t("history.undo.short")}
                </InlineTip>
                <div className="flex items-center gap-x-2">
                  <Checkbox
                    id={`${id}-allow`}
                    checked={allowed}
                    aria-describedby={`${id}-error`}
                    onCheckedChange={(checked) => {
                      setAllowed(checked === true)
                      setProblem(undefined)
                    }}
                  />
                  <Label size="small" htmlFor={`${id}-allow`}>
                    {t("history.undo.allow")}
                  </Label>
                </div>
              </div>
            )}
            <ReasonField value={reason} onChange={setReason} />
            <NoteField value={note} onChange={setNote} />
          </>
        )}
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={problem}
        label={t("history.undo.confirm")}
        disabled={stands}
        isSaving={send.isPending}
        close={close}
      />
    </form>
  )
}
