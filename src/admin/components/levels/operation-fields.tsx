import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { HAND_STATES, type HandState } from "../../../core/state"
import { type BulkDraft, OPERATIONS, type Operation, type SharedUnit } from "../../lib/bulk-change"
import { FieldError } from "../fields/field-error"
import { QuantityField } from "../fields/quantity-field"

interface OperationFieldsProps {
  draft: BulkDraft
  /** That the quantity can be typed in; none where no item has units. */
  units: SharedUnit[]
  unit: string | null
  quantityError: string | undefined
  toError: string | undefined
  onChange: (part: Partial<BulkDraft>) => void
}

/** What is to be done with each of the levels: the operation, the states and the quantity. */
export function OperationFields(props: OperationFieldsProps) {
  const { draft, units, unit, quantityError, toError, onChange } = props
  const { t } = useTranslation("stockroom")
  const { op, state, from, to, quantity } = draft
  const states = HAND_STATES.map((one) => ({ value: one, label: t(`states.${one}`) }))
  return (
    <div className="flex flex-col gap-y-4">
      <ChoiceField
        label={t("levels.change.operation")}
        hint={t(`levels.hints.${op}`)}
        value={op}
        options={OPERATIONS.map((one) => ({ value: one, label: t(`levels.operations.${one}`) }))}
        onChange={(chosen: Operation) => onChange({ op: chosen })}
      />
      {(op === "set" || op === "adjust") && (
        <ChoiceField
          label={t("levels.change.state")}
          value={state}
          options={states}
          onChange={(chosen: HandState) => onChange({ state: chosen })}
        />
      )}
      {op === "move" && (
        <div className="grid grid-cols-2 items-start gap-x-3">
          <ChoiceField
            label={t("levels.change.from")}
            value={from}
            options={states}
            onChange={(chosen: HandState) => onChange({ from: chosen })}
          />
          <ChoiceField
            label={t("levels.change.to")}
            value={to}
            options={states}
            error={toError}
            onChange={(chosen: HandState) => onChange({ to: chosen })}
          />
        </div>
      )}
      <QuantityField
        label={t(op === "adjust" ? "levels.change.by" : "fields.quantity")}
        value={quantity}
        unit={{
          units: units.map(({ key, name }) => ({ key: key ?? EACH_BASE, name })),
          value: unit ?? EACH_BASE,
          onChange: (chosen) => onChange({ unit: chosen === EACH_BASE ? null : chosen }),
        }}
        hint={units.length === 1 && units[0].key === null ? t("units.eachBaseHint") : undefined}
        error={quantityError}
        autoFocus
        onChange={(typed) => onChange({ quantity: typed })}
      />
    </div>
  )
}

/** A select cannot offer an empty value; no unit has this key. */
const EACH_BASE = ":base"

interface ChoiceFieldProps<Value extends string> {
  label: string
  hint?: string
  value: Value
  options: { value: Value; label: string }[]
  error?: string
  onChange: (value: Value) => void
}

function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, hint, value, options, error, onChange } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Select size="small" value={value} onValueChange={(chosen) => onChange(chosen as Value)}>
        <Select.Trigger
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-hint ${id}-error`}
        >
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      {hint && (
        <div id={`${id}-hint`} className="txt-small text-ui-fg-subtle">
          {hint}
        </div>
      )}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  )
}
