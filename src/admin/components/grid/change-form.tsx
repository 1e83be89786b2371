import { Drawer, Hint } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { FormFooter } from "../form-footer"
import type { ItemStock, LocationInfo } from "../../../api/types/item-stock"
import { exact } from "../../../core/quantity"
import { HAND_STATES, type HandState } from "../../../core/state"
import { useChangeForm } from "../../hooks/use-change-form"
import type { Operation, StockLevel } from "../../lib/figures"
import { NoteField } from "../fields/note-field"
import { QuantityField } from "../fields/quantity-field"
import { ReasonField } from "../fields/reason-field"
import { ChoiceField } from "./choice-field"
import { Conflict } from "./conflict"
import { EffectTable } from "./effect-table"
import { Leave } from "./leave"
import { type ChangeStart, useNumberActions, useNumberText } from "./number-context"

const OPERATIONS: readonly Operation[] = ["set", "adjust", "move", "count"]

interface ChangeFormProps {
  item: ItemStock
  locations: LocationInfo[]
  /** As it is now: it changes under the form when somebody else changes it. */
  level: StockLevel
  start: ChangeStart
  close: () => void
}

/** Sets, adjusts, moves or counts: how many and why, with what it comes to before it is saved. */
export function ChangeForm({ item, locations, level, start, close }: ChangeFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const { units } = useNumberActions()
  const form = useChangeForm({ item, locations, level, units, start, close })
  const { op, state, to } = form.draft
  const states = HAND_STATES.map((one) => ({ value: one, label: t(`states.${one}`) }))
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <ChoiceField
          label={t("grid.change.operation")}
          value={op}
          choices={OPERATIONS.map((one) => ({ value: one, label: t(`grid.operations.${one}`) }))}
          hint={t(`grid.operationHints.${op}`)}
          onChange={(chosen) => form.change({ op: chosen as Operation })}
        />
        {op !== "count" && (
          <div>
            <ChoiceField
              label={t(op === "move" ? "grid.change.from" : "grid.change.state")}
              value={state}
              choices={states}
              onChange={(chosen) => form.change({ state: chosen as HandState })}
            />
            {state === "reserved" && <HeldPart level={level} />}
          </div>
        )}
        {op === "move" && (
          <ChoiceField
            label={t("grid.change.to")}
            value={to}
            placeholder={t("grid.change.choose")}
            choices={states.filter(({ value }) => value !== state)}
            error={form.errorAt("to")}
            onChange={(chosen) => form.change({ to: chosen as HandState })}
          />
        )}
        <QuantityField
          label={t(`grid.quantities.${op}`)}
          value={form.draft.quantity}
          unit={{ units, value: form.draft.unit, onChange: (unit) => form.change({ unit }) }}
          error={form.errorAt("quantity")}
          onChange={(quantity) => form.change({ quantity })}
        />
        <EffectTable preview={form.preview} />
        {form.conflict && <Conflict {...form.conflict} takeOver={form.takeOver} />}
        {form.preview?.shortage && (
          <Leave
            shortage={form.preview.shortage}
            given={form.leave}
            error={form.errorAt("leave")}
            onChange={form.giveLeave}
          />
        )}
        {form.preview?.refused && <Hint variant="error">{t("grid.problems.refused")}</Hint>}
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

/** Of what is reserved, people may change only what nothing else holds. */
function HeldPart({ level }: { level: StockLevel }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useNumberText()
  const held = exact(level.reserved).minus(level.reserved_free)
  if (held.isZero()) {
    return null
  }
  return (
    <Hint className="mt-2">
      {t("grid.change.held", {
        free: quantity(level.reserved_free),
        reserved: quantity(level.reserved),
        held: quantity(held.toFixed()),
      })}
    </Hint>
  )
}
