import { useRef } from "react"

import { exact } from "../../core/quantity"
import type { OriginDeduction } from "../../core/transfer"
import type { StockLevel } from "../lib/stock-level"
import { type DraftLine, readLine, type TransferDraft } from "../lib/transfer-draft"
import { lineEffect, type LineEffect } from "../lib/transfer-effect"
import { useRouteLevels } from "./api/use-route-levels"

interface Known {
  ends: (StockLevel | undefined)[]
  deduction: OriginDeduction
  effect: LineEffect
}

/**
 * What each line does to both ends, of the lines whose stock is known. Of a thousand lines only that is worked
 * out anew which has changed.
 */
export function useLineEffects(
  draft: TransferDraft,
  { deduction, locale, enabled }: { deduction: OriginDeduction; locale: string; enabled: boolean }
) {
  const { originId, destinationId, lines } = draft
  const itemIds = enabled ? lines.map(({ id }) => id) : []
  const levels = useRouteLevels(itemIds, [originId, destinationId])
  const known = useRef(new WeakMap<DraftLine, Known>())
  const effects = new Map<string, LineEffect>()
  for (const line of enabled ? lines : []) {
    if (!levels.isKnown(line.id)) {
      continue
    }
    const ends = [levels.levelOf(line.id, originId), levels.levelOf(line.id, destinationId)]
    const before = known.current.get(line)
    const isSame =
      before?.deduction === deduction && before.ends.every((end, index) => end === ends[index])
    const effect = isSame ? before.effect : effectOf(line, deduction, locale, ends)
    known.current.set(line, { ends, deduction, effect })
    effects.set(line.id, effect)
  }
  return { effects, error: levels.error, retry: levels.retry }
}

function effectOf(
  line: DraftLine,
  deduction: OriginDeduction,
  locale: string,
  [origin, destination]: (StockLevel | undefined)[]
): LineEffect {
  const read = readLine(line, locale)
  const quantity = read?.isGreaterThan(0) ? read : exact(0)
  return lineEffect({ itemId: line.id, quantity, held: exact(line.held) }, deduction, {
    ...{ origin, destination },
  })
}
