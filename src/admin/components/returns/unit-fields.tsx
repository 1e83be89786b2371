import { clx, Label, Select, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import type { ReturnedUnits } from "../../../api/types/return-stock"
import { useItemText } from "../../hooks/use-unit-text"
import { type Destination, DESTINATIONS, type Draft } from "../../lib/dispositions"
import { itemName, locationName } from "../../lib/names"
import type { ItemUnits } from "../../lib/units"
import { FieldError } from "../fields/field-error"
import { QuantityInput } from "../fields/quantity-input"

interface UnitFieldsProps {
  unit: ReturnedUnits
  names: Names
  /** The units of measure of the item. */
  measures: ItemUnits
  draft: Draft
  autoFocus: boolean
  quantityError: string | undefined
  toError: string | undefined
  onChange: (part: Partial<Draft>) => void
}

/** How many of some returned units go where. */
export function UnitFields(props: UnitFieldsProps) {
  const { unit, names, measures, draft, autoFocus, quantityError, toError, onChange } = props
  const { t } = useTranslation("stockroom")
  const { quantity } = useItemText(unit.inventory_item_id, measures)
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="contents">
        <Text size="small" weight="plus" asChild>
          <span>
            {t("returns.sort.units", {
              quantity: quantity(unit.quantity),
              item: itemName(names, unit.inventory_item_id),
              state: t(`statesInText.${unit.state}`, { defaultValue: unit.state }),
              location: locationName(names, unit.location_id),
            })}
          </span>
        </Text>
      </legend>
      <div
        className={clx(
          "grid items-start gap-x-3",
          measures?.length ? "grid-cols-[220px_minmax(0,1fr)]" : "grid-cols-[120px_minmax(0,1fr)]"
        )}
      >
        <div className="flex flex-col gap-y-1">
          <Label size="xsmall" htmlFor={`${id}-quantity`}>
            {t("fields.quantity")}
          </Label>
          <QuantityInput
            id={`${id}-quantity`}
            autoFocus={autoFocus}
            placeholder="0"
            value={draft.quantity}
            aria-invalid={quantityError !== undefined}
            aria-describedby={`${id}-quantity-error`}
            unit={{
              units: measures,
              value: draft.measure ?? null,
              label: t("units.unitOf", {
                item: itemName(names, unit.inventory_item_id),
                interpolation: { escapeValue: false },
              }),
              onChange: (measure) => onChange({ measure }),
            }}
            onChange={(quantity) => onChange({ quantity })}
          />
        </div>
        <div className="flex flex-col gap-y-1">
          <Label size="xsmall" id={`${id}-to`}>
            {t("returns.sort.to")}
          </Label>
          <Select
            size="small"
            value={draft.to}
            onValueChange={(to) => onChange({ to: to as Destination })}
          >
            <Select.Trigger
              aria-labelledby={`${id}-to`}
              aria-invalid={toError !== undefined}
              aria-describedby={`${id}-to-error`}
            >
              <Select.Value placeholder={t("returns.sort.choose")} />
            </Select.Trigger>
            <Select.Content>
              {DESTINATIONS.filter((to) => to !== unit.state).map((to) => (
                <Select.Item key={to} value={to}>
                  {to === "discard" ? t("returns.sort.discard") : t(`states.${to}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
      </div>
      <FieldError id={`${id}-quantity-error`} text={quantityError} />
      <FieldError id={`${id}-to-error`} text={toError} />
    </fieldset>
  )
}
