import { Drawer } from "@medusajs/ui"
import { useId } from "react"

import { FormFooter } from "../form-footer"
import type { ReturnedUnits, ReturnStockResponse } from "../../../api/types/return-stock"
import type { StockResponse } from "../../../api/types/stock"
import { useSortForm } from "../../hooks/use-sort-form"
import { effectsOf } from "../../lib/dispositions"
import { NoteField } from "../fields/note-field"
import { ReasonField } from "../fields/reason-field"
import { EffectList } from "./effect-list"
import { UnitFields } from "./unit-fields"

interface SortFormProps {
  answer: ReturnStockResponse
  /** Those that can be sorted. */
  units: ReturnedUnits[]
  levels: StockResponse["stock"]
  close: () => void
}

/** Sorts the units of a return: how many go where and why, with what it comes to on the levels. */
export function SortForm({ answer, units, levels, close }: SortFormProps) {
  const id = useId()
  const { names } = answer
  const form = useSortForm({ answer, units, close })
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {units.map((unit, index) => (
          <UnitFields
            key={`${unit.inventory_item_id} ${unit.location_id} ${unit.state}`}
            unit={unit}
            names={names}
            measures={answer.units[unit.inventory_item_id]}
            autoFocus={index === 0}
            draft={form.drafts[index]}
            quantityError={form.errorAt("quantity", index)}
            toError={form.errorAt("to", index)}
            onChange={(part) => form.change(index, part)}
          />
        ))}
        <EffectList
          effects={effectsOf(levels, form.dispositions)}
          names={names}
          units={answer.units}
        />
        <ReasonField
          value={form.reason}
          error={form.errorAt("reason")}
          onChange={form.changeReason}
        />
        <NoteField value={form.note} error={form.errorAt("note")} onChange={form.changeNote} />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={form.errorAt(null)}
        isSaving={form.isSaving}
        close={close}
      />
    </form>
  )
}
