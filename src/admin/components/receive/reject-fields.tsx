import { Button, clx, Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { REJECT_DISPOSITIONS, type RejectDisposition } from "../../../core/transfer"
import type { RejectDraft } from "../../lib/receipt-draft"
import { NoteField } from "../fields/note-field"
import { QuantityField } from "../fields/quantity-field"
import type { UnitEntry } from "../fields/unit-choice"
import { ReasonField } from "../fields/reason-field"

interface RejectFieldsProps {
  item: string
  reject: RejectDraft
  unit: Omit<UnitEntry, "onChange">
  quantityError: string | undefined
  reasonError: string | undefined
  onChange: (part: Partial<RejectDraft>) => void
  onRemove: () => void
}

/** Rejected units of an item: how many, what becomes of them, and why. */
export function RejectFields(props: RejectFieldsProps) {
  const { item, reject, unit, quantityError, reasonError, onChange, onRemove } = props
  const { t } = useTranslation("stockroom")
  const id = useId()
  return (
    <fieldset className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-3 rounded-lg border p-3">
      <legend className="sr-only">{t("transfers.receive.rejectedOf", { item })}</legend>
      <div
        className={clx(
          "grid items-start gap-3",
          unit.units?.length
            ? "grid-cols-[208px_minmax(0,1fr)_minmax(0,1fr)]"
            : "grid-cols-[96px_minmax(0,1fr)_minmax(0,1fr)]"
        )}
      >
        <QuantityField
          label={t("transfers.receive.rejectQuantity")}
          value={reject.quantity}
          unit={{ ...unit, onChange: (key) => onChange({ unit: key }) }}
          error={quantityError}
          autoFocus={!reject.quantity}
          onChange={(quantity) => onChange({ quantity })}
        />
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" id={`${id}-to`}>
            {t("transfers.receive.becomes")}
          </Label>
          <Select
            size="small"
            value={reject.disposition}
            onValueChange={(to) => onChange({ disposition: to as RejectDisposition })}
          >
            <Select.Trigger aria-labelledby={`${id}-to`}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {REJECT_DISPOSITIONS.map((to) => (
                <Select.Item key={to} value={to}>
                  {t(`transfers.dispositions.${to}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        <ReasonField
          label={t("transfers.receive.reason")}
          placeholder={t("transfers.receive.chooseReason")}
          value={reject.reason}
          error={reasonError}
          onChange={(reason) => onChange({ reason })}
        />
      </div>
      <div className="flex items-end gap-x-3">
        <div className="flex-1">
          <NoteField value={reject.note} onChange={(note) => onChange({ note })} />
        </div>
        <Button
          type="button"
          variant="transparent"
          size="small"
          aria-label={t("transfers.receive.removeRejectOf", { item })}
          onClick={onRemove}
        >
          {t("transfers.receive.removeReject")}
        </Button>
      </div>
    </fieldset>
  )
}
