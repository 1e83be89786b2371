import { Badge, Checkbox, Table } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { Names } from "../../../api/types/names"
import { useLevelText } from "../../hooks/use-unit-text"
import type { useLevelSelection } from "../../hooks/use-level-selection"
import { type Figure, figureText } from "../../lib/level-columns"
import { nextOrder } from "../../lib/level-filters"
import { locationName } from "../../lib/names"
import { levelItemName, levelKey, type StockLevel } from "../../lib/stock-level"
import { LINK } from "../../lib/link-style"

interface LevelsTableProps {
  levels: StockLevel[]
  names: Names
  figures: Figure[]
  order: string
  /** Figures can be ordered by only while not too many levels match. */
  canOrderByFigure: boolean
  /** Null where nothing may be changed. */
  selection: ReturnType<typeof useLevelSelection> | null
  onOrder: (order: string) => void
}

/** Levels as a table: item, location and figures, with a box to choose each. */
export function LevelsTable(props: LevelsTableProps) {
  const { levels, names, figures, order, canOrderByFigure, selection, onOrder } = props
  const { t } = useTranslation("stockroom")
  return (
    <div
      className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
      role="region"
      aria-label={t("levels.title")}
      tabIndex={0}
    >
      <Table className="[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4">
        <Table.Header>
          <Table.Row>
            {selection && (
              <Table.HeaderCell className="w-5">
                <Checkbox
                  aria-label={t("levels.selectPage")}
                  checked={selection.pageChosen ?? "indeterminate"}
                  onCheckedChange={() => selection.choose(levels, selection.pageChosen !== true)}
                />
              </Table.HeaderCell>
            )}
            <OrderedHeading column="sku" order={order} onOrder={onOrder}>
              {t("levels.item")}
            </OrderedHeading>
            <Table.HeaderCell>{t("levels.location")}</Table.HeaderCell>
            {figures.map((figure) =>
              canOrderByFigure ? (
                <OrderedHeading
                  key={figure}
                  column={figure}
                  order={order}
                  isNumber
                  onOrder={onOrder}
                >
                  {t(figureText(figure))}
                </OrderedHeading>
              ) : (
                <Table.HeaderCell
                  key={figure}
                  className="whitespace-nowrap text-right"
                  title={t("levels.tooManyToOrder")}
                >
                  {t(figureText(figure))}
                </Table.HeaderCell>
              )
            )}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {levels.map((level) => (
            <LevelRow
              key={levelKey(level)}
              level={level}
              location={locationName(names, level.location_id)}
              figures={figures}
              selection={selection}
            />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

interface OrderedHeadingProps {
  column: string
  order: string
  isNumber?: boolean
  children: ReactNode
  onOrder: (order: string) => void
}

/** A heading that puts the levels in the order of its column. */
function OrderedHeading({ column, order, isNumber, children, onOrder }: OrderedHeadingProps) {
  const direction =
    order === column ? "ascending" : order === `-${column}` ? "descending" : undefined
  return (
    <Table.HeaderCell className={isNumber ? "text-right" : ""} aria-sort={direction ?? "none"}>
      <button
        type="button"
        className="focus-visible:shadow-borders-focus hover:text-ui-fg-base whitespace-nowrap rounded-sm outline-none"
        onClick={() => onOrder(nextOrder(order, column))}
      >
        {children}
        <span aria-hidden="true">
          {direction === "ascending" ? " ↑" : direction === "descending" ? " ↓" : ""}
        </span>
      </button>
    </Table.HeaderCell>
  )
}

interface LevelRowProps {
  level: StockLevel
  location: string
  figures: Figure[]
  selection: LevelsTableProps["selection"]
}

function LevelRow({ level, location, figures, selection }: LevelRowProps) {
  const { t } = useTranslation("stockroom")
  const text = useLevelText()
  const item = levelItemName(level)
  const isChosen = selection?.isChosen(level) ?? false
  return (
    <Table.Row className={isChosen ? "bg-ui-bg-highlight" : ""}>
      {selection && (
        <Table.Cell>
          <Checkbox
            aria-label={t("levels.select", { item, location })}
            checked={isChosen}
            disabled={!selection.mayChoose(level)}
            onCheckedChange={(checked) => selection.choose([level], checked === true)}
          />
        </Table.Cell>
      )}
      <Table.Cell className="min-w-40 py-2">
        <Link className={LINK} to={`/inventory/${level.inventory_item_id}`}>
          {item}
        </Link>
        {level.title && level.title !== item && (
          <div className="txt-compact-xsmall text-ui-fg-subtle max-w-60 truncate">
            {level.title}
          </div>
        )}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {location}
        {!level.active && (
          <Badge size="2xsmall" className="ml-2">
            {t("levels.inactive")}
          </Badge>
        )}
      </Table.Cell>
      {figures.map((figure) => (
        <Table.Cell
          key={figure}
          className={`text-right tabular-nums ${isBelowZero(level[figure]) ? "text-ui-fg-error" : ""}`}
        >
          {text(level, level[figure])}
        </Table.Cell>
      ))}
    </Table.Row>
  )
}

function isBelowZero(figure: string): boolean {
  return figure.startsWith("-")
}
