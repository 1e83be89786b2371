import { Button, Drawer, Input, Label, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import type { ReturnedUnits } from "../../../api/types/return-stock"
import type { StockResponse } from "../../../api/types/stock"
import { useSortForm } from "../../hooks/use-sort-form"
import { effectsOf } from "../../lib/dispositions"
import { FieldError } from "../field-error"
import { EffectList } from "./effect-list"
import { UnitFields } from "./unit-fields"

const LONGEST_REASON = 200
const LONGEST_NOTE = 2_000

interface SortFormProps {
  returnId: string
  units: ReturnedUnits[]
  names: Names
  levels: StockResponse["stock"]
  close: () => void
}

/** Sorts the units of a return: how many go where and why, with what it comes to on the levels. */
export function SortForm({ returnId, units, names, levels, close }: SortFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const form = useSortForm({ returnId, units, names, close })
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {units.map((unit, index) => (
          <UnitFields
            key={`${unit.inventory_item_id} ${unit.location_id} ${unit.state}`}
            unit={unit}
            names={names}
            autoFocus={index === 0}
            draft={form.drafts[index]}
            quantityError={form.errorAt("quantity", index)}
            toError={form.errorAt("to", index)}
            onChange={(part) => form.change(index, part)}
          />
        ))}
        <EffectList effects={effectsOf(levels, form.dispositions)} names={names} />
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor={`${id}-reason`}>
            {t("fields.reason")}
          </Label>
          <Input
            id={`${id}-reason`}
            value={form.reason}
            maxLength={LONGEST_REASON}
            aria-invalid={form.errorAt("reason") !== undefined}
            aria-describedby={`${id}-reason-error`}
            onChange={({ target }) => form.changeReason(target.value)}
          />
          <FieldError id={`${id}-reason-error`} text={form.errorAt("reason")} />
        </div>
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor={`${id}-note`}>
            {t("fields.note")}
          </Label>
          <Textarea
            id={`${id}-note`}
            value={form.note}
            maxLength={LONGEST_NOTE}
            aria-describedby={`${id}-note-error`}
            onChange={({ target }) => form.changeNote(target.value)}
          />
          <FieldError id={`${id}-note-error`} text={form.errorAt("note")} />
        </div>
      </Drawer.Body>
      <Drawer.Footer className="gap-x-2">
        <div className="mr-auto">
          <FieldError id={`${id}-error`} text={form.errorAt(null)} />
        </div>
        <Button variant="secondary" size="small" type="button" onClick={close}>
          {t("actions.cancel")}
        </Button>
        <Button size="small" type="submit" isLoading={form.isSaving}>
          {t("actions.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
