import { Checkbox, Drawer, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { FormFooter } from "../form-footer"
import type { Names } from "../../../api/types/names"
import { useBulkForm } from "../../hooks/use-bulk-form"
import type { StockLevel } from "../../lib/stock-level"
import { NoteField } from "../fields/note-field"
import { ReasonField } from "../fields/reason-field"
import { BulkEffectList } from "./bulk-effect-list"
import { OperationFields } from "./operation-fields"

interface ChangeFormProps {
  levels: StockLevel[]
  names: Names
  close: () => void
  done: () => void
}

/** Changes many levels at once: what, by how much and why, with what it comes to. */
export function ChangeForm({ levels, names, close, done }: ChangeFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const form = useBulkForm({ levels, names, done })
  const { effect } = form
  const offersNegative = effect !== null && effect.negative.length > 0
  const number = effect?.changes.length ?? 0
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <OperationFields
          draft={form.draft}
          units={form.units}
          unit={form.unit}
          quantityError={form.errors.quantity}
          toError={form.errors.to}
          onChange={form.change}
        />
        <BulkEffectList effect={effect} levels={levels.length} names={names} />
        {offersNegative && (
          <div className="flex items-start gap-x-2">
            <Checkbox
              id={`${id}-negative`}
              checked={form.allowNegative}
              aria-invalid={!form.allowNegative}
              aria-describedby={`${id}-negative-hint`}
              onCheckedChange={(checked) => form.changeAllowNegative(checked === true)}
            />
            <div>
              <Label size="small" weight="plus" htmlFor={`${id}-negative`}>
                {t("levels.change.allowNegative")}
              </Label>
              <div id={`${id}-negative-hint`} className="txt-small text-ui-fg-subtle">
                {t("levels.change.allowNegativeHint")}
              </div>
            </div>
          </div>
        )}
        <ReasonField value={form.reason} error={form.errors.reason} onChange={form.changeReason} />
        <NoteField value={form.note} onChange={form.changeNote} />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={
          form.errors.form ??
          (form.isRefused
            ? t(
                effect?.refused.length || effect?.beyond.length
                  ? "levels.change.isRefused"
                  : "levels.change.asks"
              )
            : effect && !number
              ? t("levels.change.nothing")
              : undefined)
        }
        label={number ? t("levels.change.saveLevels", { number }) : undefined}
        isSaving={form.isSaving}
        close={close}
      />
    </form>
  )
}
