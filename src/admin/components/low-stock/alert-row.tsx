import { Button, Checkbox, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { useDaysText } from "../../hooks/use-days-text"
import { useFormats } from "../../hooks/use-formats"
import { useItemText } from "../../hooks/use-unit-text"
import { usePlaceName } from "../../hooks/use-place-name"
import type { useSelection } from "../../hooks/use-selection"
import { LINK } from "../../lib/link-style"
import { type ActionRun, type Alert, type LowStockNames, movementPath } from "../../lib/low-stock"
import { itemName } from "../../lib/names"
import type { ItemUnits } from "../../lib/units"
import { AlertActions } from "./alert-actions"
import { AlertMenu } from "./alert-menu"
import { AlertStatus } from "./alert-status"
import { ItemQuantity } from "../units/item-quantity"
import { ItemCell } from "./item-cell"

interface AlertRowProps {
  alert: Alert
  names: LowStockNames
  units: ItemUnits
  runs: ActionRun[]
  /** For how many days what is left lasts; null while nothing is sold. */
  cover: string | null | undefined
  /** Null where nobody may choose anything. */
  selection: ReturnType<typeof useSelection<Alert>> | null
  /** Opens the form of a step that needs one. */
  open: (step: "resolve" | "mute") => void
  /** Opens the alert's story. */
  show: () => void
}

/** An alert: of what, how much is left, where it stands, and what was done about it. */
export function AlertRow(props: AlertRowProps) {
  const { alert, names, units, runs, cover, selection, open, show } = props
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const { quantity } = useItemText(alert.inventory_item_id, units)
  const daysText = useDaysText()
  const placeName = usePlaceName()
  const item = `${itemName(names, alert.inventory_item_id)}, ${placeName(alert, names)}`
  const isChosen = selection?.isChosen(alert) ?? false
  const plain = { interpolation: { escapeValue: false } }
  return (
    <Table.Row className={`[&_td]:py-3 [&_td]:align-top ${isChosen ? "bg-ui-bg-highlight" : ""}`}>
      {selection && (
        <Table.Cell>
          <Checkbox
            aria-label={t("lowStock.select", { item, ...plain })}
            checked={isChosen}
            disabled={!selection.mayChoose(alert)}
            onCheckedChange={(checked) => selection.choose([alert], checked === true)}
          />
        </Table.Cell>
      )}
      <Table.Cell>
        <ItemCell pool={alert} names={names} />
      </Table.Cell>
      <Table.Cell className="min-w-32">
        <Text
          size="small"
          weight="plus"
          className={`tabular-nums ${alert.low ? "text-ui-fg-error" : ""}`}
        >
          <ItemQuantity itemId={alert.inventory_item_id} units={units} quantity={alert.current} />
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle tabular-nums">
          {t("lowStock.lowAt", { quantity: quantity(alert.threshold) })}
        </Text>
        {alert.available !== alert.current && (
          <Text size="xsmall" className="text-ui-fg-subtle tabular-nums">
            {t("lowStock.wasLeft", { quantity: quantity(alert.available) })}
          </Text>
        )}
        {cover && (
          <Text size="xsmall" className="text-ui-fg-subtle tabular-nums">
            {t("lowStock.lastsFor", { days: daysText(cover) })}
          </Text>
        )}
      </Table.Cell>
      <Table.Cell className="min-w-28">
        <time dateTime={alert.opened_at}>{moment(alert.opened_at)}</time>
        {alert.movement_id && (
          <div>
            <Link
              className={`${LINK} txt-compact-xsmall`}
              to={movementPath(alert.movement_id)}
              aria-label={t("lowStock.movementOf", { item, ...plain })}
            >
              {t("lowStock.movement")}
            </Link>
          </div>
        )}
      </Table.Cell>
      <Table.Cell className="min-w-28">
        <AlertStatus alert={alert} />
      </Table.Cell>
      <Table.Cell>
        <AlertActions alert={alert} item={item} runs={runs} />
      </Table.Cell>
      <Table.Cell>
        <div className="-mt-1 flex items-center justify-end gap-x-1">
          <Button
            variant="transparent"
            size="small"
            aria-label={t("lowStock.detailsOf", { item, ...plain })}
            onClick={show}
          >
            {t("lowStock.details")}
          </Button>
          <AlertMenu alert={alert} item={item} open={open} />
        </div>
      </Table.Cell>
    </Table.Row>
  )
}
