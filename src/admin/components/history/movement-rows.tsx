import { Button, clx, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { HistoryEntry } from "../../../api/types/history"
import type { UnitsByItem } from "../../../api/types/units"
import { useFormats } from "../../hooks/use-formats"
import type { HistoryMovement, MovedLevel } from "../../lib/history-movements"
import { LINK, LINK_COLOR } from "../../lib/link-style"
import type { ItemUnits } from "../../lib/units"
import { ItemQuantity } from "../units/item-quantity"
import { MovementMenu } from "./movement-menu"
import { MovementSummary } from "./movement-summary"
import { SpanCell } from "./span-cell"

/** A movement of many levels shows so many at first. */
const LEVELS_SHOWN = 5

interface MovementRowsProps {
  movement: HistoryMovement
  units: UnitsByItem
  ofOneItem: boolean
}

/** The rows of a movement: when, who and what stand once, beside its levels and their states. */
export function MovementRows({ movement, units, ofOneItem }: MovementRowsProps) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const [all, setAll] = useState(false)
  const { about } = movement
  const levels = all ? movement.levels : movement.levels.slice(0, LEVELS_SHOWN)
  const more = movement.levels.length - LEVELS_SHOWN
  const height = levels.reduce((rows, level) => rows + level.entries.length, more > 0 ? 1 : 0)
  return (
    <>
      {levels.map((level, levelIndex) =>
        level.entries.map((entry, index) => {
          const isFirst = levelIndex === 0 && index === 0
          const endsLevel = index === level.entries.length - 1
          const isLast = more <= 0 && levelIndex === levels.length - 1 && endsLevel
          return (
            <Table.Row
              key={entry.id}
              className={clx(ROW, !isFirst && CONTINUED, !isLast && "border-b-0")}
            >
              {isFirst && (
                <>
                  <SpanCell rowSpan={height} className="whitespace-nowrap">
                    <time dateTime={about.created_at} title={about.created_at}>
                      {moment(about.created_at)}
                    </time>
                    <div className="text-ui-fg-subtle txt-compact-xsmall">
                      {about.actor_name ?? t(`actors.${about.actor_type}`)}
                    </div>
                  </SpanCell>
                  <SpanCell rowSpan={height} className="min-w-40 max-w-72">
                    <MovementSummary about={about} />
                  </SpanCell>
                </>
              )}
              {index === 0 && (
                <SpanCell rowSpan={level.entries.length} className="max-w-60">
                  <LevelName level={level} ofOneItem={ofOneItem} />
                </SpanCell>
              )}
              <StateCells entry={entry} units={units[entry.inventory_item_id]} />
              {isFirst && (
                <SpanCell rowSpan={height} className="py-1.5 text-right">
                  <MovementMenu movement={movement} />
                </SpanCell>
              )}
            </Table.Row>
          )
        })
      )}
      {more > 0 && (
        <Table.Row className={clx(ROW, CONTINUED)}>
          <SpanCell colSpan={4} className="py-1">
            <Button
              variant="transparent"
              size="small"
              className={clx(LINK_COLOR, "-ml-2")}
              aria-expanded={all}
              onClick={() => setAll(!all)}
            >
              {all ? t("history.fewerLevels") : t("history.moreLevels", { number: more })}
            </Button>
          </SpanCell>
        </Table.Row>
      )}
    </>
  )
}

function LevelName({ level, ofOneItem }: { level: MovedLevel; ofOneItem: boolean }) {
  const [entry] = level.entries
  const location = entry.location_name ?? entry.location_id
  if (ofOneItem) {
    return <span className="break-words">{location}</span>
  }
  return (
    <>
      <Link className={`${LINK} break-words`} to={`/inventory/${entry.inventory_item_id}`}>
        {entry.sku ?? entry.inventory_item_id}
      </Link>
      <div className="text-ui-fg-subtle txt-compact-xsmall break-words">{location}</div>
    </>
  )
}

function StateCells({ entry, units }: { entry: HistoryEntry; units: ItemUnits }) {
  const { t } = useTranslation("stockroom")
  const of = { itemId: entry.inventory_item_id, units }
  const isNegative = entry.balance_after.startsWith("-")
  return (
    <>
      <SpanCell className="whitespace-nowrap">
        {t(`states.${entry.state}`, { defaultValue: entry.state })}
      </SpanCell>
      <SpanCell className="text-right tabular-nums">
        <ItemQuantity {...of} quantity={entry.quantity} isChange />
      </SpanCell>
      <SpanCell className={`text-right tabular-nums ${isNegative ? "text-ui-fg-error" : ""}`}>
        <ItemQuantity {...of} quantity={entry.balance_after} />
      </SpanCell>
    </>
  )
}

/** A row is a part of a movement: to light it up alone would tear the movement apart. */
const ROW = "hover:bg-ui-bg-base"
/** The cells before it span the movement's rows. */
const CONTINUED = "[&_td:first-child]:pl-0 [&_td:last-child]:pr-4"
