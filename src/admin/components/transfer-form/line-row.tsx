import { Trash } from "@medusajs/icons"
import { Badge, IconButton, Table, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { useOrderNumber } from "../../hooks/api/use-order-number"
import { useItemText } from "../../hooks/use-unit-text"
import type { DraftLine } from "../../lib/transfer-draft"
import type { LineEffect } from "../../lib/transfer-effect"
import { FieldError } from "../fields/field-error"
import { QuantityInput } from "../fields/quantity-input"
import { EndCell } from "./end-cell"

interface LineRowProps {
  line: DraftLine
  /** Undefined while the stock is read, or no route is chosen. */
  effect: LineEffect | undefined
  /** Whether the ends are. */
  chosen: { origin: boolean; destination: boolean }
  isShort: boolean
  error: string | undefined
  onTyped: (typed: Partial<Pick<DraftLine, "quantity" | "unit">>) => void
  onRemove: () => void
}

/** One item of a transfer, and what it does to both ends. */
export function LineRow(props: LineRowProps) {
  const { line, effect, chosen, isShort, error, onTyped, onRemove } = props
  const { t } = useTranslation("stockroom")
  const text = useItemText(line.id, line.units)
  const id = useId()
  const name = line.sku || line.title || line.id
  return (
    <Table.Row className="align-top">
      <Table.Cell className="min-w-40 whitespace-normal break-words py-2">
        <div>{name}</div>
        {line.sku && line.title && (
          <div className="text-ui-fg-subtle txt-compact-xsmall">{line.title}</div>
        )}
        {line.holdId && <Held line={line} />}
      </Table.Cell>
      <Table.Cell className="py-1.5">
        <QuantityInput
          className="w-24 min-w-16 text-right"
          aria-label={t("transferForm.items.quantityOf", { item: name })}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error ${id}-short`}
          value={line.quantity}
          unit={{
            units: line.units,
            value: line.unit,
            label: t("units.unitOf", { item: name, interpolation: { escapeValue: false } }),
            onChange: (unit) => onTyped({ unit }),
          }}
          onFocus={({ target }) => target.select()}
          onChange={(quantity) => onTyped({ quantity })}
        />
        <FieldError id={`${id}-error`} text={error} />
        <div id={`${id}-short`} className="empty:hidden">
          {isShort && effect?.short && (
            <Text size="xsmall" className="text-ui-fg-error">
              {t("transferForm.items.short", { quantity: text.quantity(effect.short) })}
            </Text>
          )}
        </div>
      </Table.Cell>
      {(["origin", "destination"] as const).map((which) => {
        const figures = chosen[which] ? effect?.[which] : null
        const nothing = figures === null ? null : undefined
        return [
          <EndCell
            key={`${which} now`}
            begins
            text={text}
            figures={figures ? (figures.stocked ? figures.now : null) : nothing}
          />,
          <EndCell
            key={`${which} sent`}
            text={text}
            figures={figures?.sent ?? nothing}
            before={figures?.now}
          />,
          <EndCell
            key={`${which} received`}
            text={text}
            figures={figures?.received ?? nothing}
            before={figures?.sent}
          />,
        ]
      })}
      <Table.Cell className="py-1.5 text-right">
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          aria-label={t("transferForm.items.remove", { item: name })}
          onClick={onRemove}
        >
          <Trash />
        </IconButton>
      </Table.Cell>
    </Table.Row>
  )
}

/** The units that wait at the origin for an order's shortfall. */
function Held({ line }: { line: DraftLine }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useItemText(line.id, line.units)
  const { data: number } = useOrderNumber(line.orderId ?? undefined)
  return (
    <Badge size="2xsmall" color="purple" className="mt-1">
      {t(`transferForm.items.${number === undefined ? "held" : "heldFor"}`, {
        quantity: quantity(line.held),
        number,
      })}
    </Badge>
  )
}
