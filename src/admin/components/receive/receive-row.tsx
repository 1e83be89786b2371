import { Button, clx, Table } from "@medusajs/ui"
import { useEffect, useId, useRef } from "react"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import { useItemText } from "../../hooks/use-unit-text"
import { itemTitle } from "../../lib/item-levels"
import { type LineDraft, NEW_REJECT, type ReceiptProblem } from "../../lib/receipt-draft"
import type { EndChange } from "../../lib/receipt-effect"
import type { TransferLine } from "../../lib/transfer-lines"
import type { ItemUnits } from "../../lib/units"
import { FieldError } from "../fields/field-error"
import { QuantityInput } from "../fields/quantity-input"
import { EffectText } from "./effect-text"
import { RejectFields } from "./reject-fields"

interface ReceiveRowProps {
  line: TransferLine
  names: Names
  units: ItemUnits
  /** The key of the unit in which something is typed, where one is chosen or not. */
  unitOf: (key: string | undefined) => string | null
  typed: LineDraft
  /** The number of the scan that has just counted it; null where another did. */
  scanned: number | null
  effect: EndChange[]
  problemAt: (reject: number | null, field: ReceiptProblem["field"]) => string | undefined
  onChange: (apply: (line: LineDraft) => LineDraft) => void
  onAcceptAll: () => void
}

/** What has arrived of an item: accepted, and rejected in one or more parts, with what it comes to. */
export function ReceiveRow(props: ReceiveRowProps) {
  const { line, names, units, unitOf, typed, scanned, effect, problemAt, onChange } = props
  const { t } = useTranslation("stockroom")
  const text = useItemText(line.inventory_item_id, units)
  const id = useId()
  const row = useRef<HTMLTableRowElement>(null)
  const item = itemTitle(line)
  const plain = { interpolation: { escapeValue: false } }
  const error = problemAt(null, "quantity")

  useEffect(() => {
    if (scanned !== null) {
      row.current?.scrollIntoView({ block: "nearest" })
    }
  }, [scanned])

  const below = typed.rejects.length > 0 || effect.length > 0
  const lit = scanned !== null && "bg-ui-bg-highlight hover:bg-ui-bg-highlight"
  return (
    <>
      <Table.Row
        ref={row}
        className={clx(lit, below && "border-b-0")}
        aria-current={scanned !== null || undefined}
      >
        <Table.Cell className="max-w-72 py-2">
          <div className="break-words">{item}</div>
          {line.sku && line.title && (
            <div className="text-ui-fg-subtle txt-compact-xsmall break-words">{line.title}</div>
          )}
        </Table.Cell>
        <Table.Cell className="text-right tabular-nums">
          {text.quantity(line.outstanding)}
        </Table.Cell>
        <Table.Cell className="py-2">
          <div className="flex items-center gap-x-2">
            <div className={units?.length ? "w-52" : "w-24"}>
              <QuantityInput
                placeholder="0"
                aria-label={t("transfers.receive.acceptOf", { item })}
                aria-invalid={error !== undefined}
                aria-describedby={`${id}-error`}
                value={typed.accepted}
                unit={{
                  units,
                  value: unitOf(typed.unit),
                  label: t("units.unitOf", { item, ...plain }),
                  onChange: (unit) => onChange((before) => ({ ...before, unit })),
                }}
                onChange={(accepted) => onChange((before) => ({ ...before, accepted }))}
              />
            </div>
            <Button
              type="button"
              variant="transparent"
              size="small"
              aria-label={t("transfers.receive.acceptRestOf", { item })}
              onClick={props.onAcceptAll}
            >
              {t("transfers.receive.acceptRest")}
            </Button>
          </div>
          <FieldError id={`${id}-error`} text={error} />
        </Table.Cell>
        <Table.Cell className="text-right">
          <Button
            type="button"
            variant="secondary"
            size="small"
            aria-label={t("transfers.receive.rejectOf", { item })}
            onClick={() =>
              onChange((before) => ({
                ...before,
                rejects: [
                  ...before.rejects,
                  { ...NEW_REJECT, unit: unitOf(before.unit) ?? undefined },
                ],
              }))
            }
          >
            {t("transfers.receive.reject")}
          </Button>
        </Table.Cell>
      </Table.Row>
      {below && (
        <Table.Row className={clx(lit, "hover:bg-ui-bg-base")}>
          <td colSpan={4} className="px-6 pb-3 pt-1">
            <div className="flex flex-col gap-y-3">
              {typed.rejects.map((reject, index) => (
                <RejectFields
                  key={index}
                  item={item}
                  reject={reject}
                  unit={{
                    units,
                    value: unitOf(reject.unit),
                    label: t("units.unitOfRejected", { item, ...plain }),
                  }}
                  quantityError={problemAt(index, "quantity")}
                  reasonError={problemAt(index, "reason")}
                  onChange={(part) =>
                    onChange((before) => ({
                      ...before,
                      rejects: before.rejects.map((one, at) =>
                        at === index ? { ...one, ...part } : one
                      ),
                    }))
                  }
                  onRemove={() =>
                    onChange((before) => ({
                      ...before,
                      rejects: before.rejects.filter((_, at) => at !== index),
                    }))
                  }
                />
              ))}
              <EffectText effect={effect} names={names} write={text.quantity} />
            </div>
          </td>
        </Table.Row>
      )}
    </>
  )
}
