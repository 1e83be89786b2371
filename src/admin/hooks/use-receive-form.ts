import { toast } from "@medusajs/ui"
import { useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../api/types/transfers"
import { exact } from "../../core/quantity"
import { itemName, withNames } from "../lib/names"
import { newKey } from "../lib/new-key"
import {
  acceptAll,
  acceptMore,
  entryUnit,
  type LineDraft,
  type ReceiptDraft,
  type ReceiptProblem,
  readReceipt,
  withLine,
} from "../lib/receipt-draft"
import { codeBookOf, itemsOf, readScan } from "../lib/scan"
import { namesOfTransfer } from "../lib/transfer-names"
import { useItemCodes } from "./api/use-item-codes"
import { useOptions } from "./api/use-options"
import { useReceiveTransfer } from "./api/use-transfer-step"
import { useFailureText } from "./use-failure-text"
import { useFormats } from "./use-formats"
import { useStepsText } from "./use-steps-text"
import { useLeaveGuard } from "./use-leave-guard"
import { useShownUnits } from "./use-shown-units"
import { useUnitText } from "./use-unit-text"

const MISSING: ReadonlySet<ReceiptProblem["says"]> = new Set(["no_quantity", "no_reason"])

/** What the last scan came to, in words. */
export interface ScanNews {
  /** Counts the scans: the same words are told anew. */
  number: number
  /** The item that was counted; null where nothing was. */
  itemId: string | null
  text: string
}

/** What is typed and scanned about the arrival of a transfer, what stands against it, and sending it. */
export function useReceiveForm(answer: TransferResponse) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const failureText = useFailureText()
  const stepsText = useStepsText()
  const { named } = useUnitText()
  const { transfer, units } = answer
  // What is typed keeps its meaning, whatever is chosen meanwhile in another window.
  const [shownUnits] = useState(useShownUnits()[0])
  const receive = useReceiveTransfer(transfer.id)
  const allowOver = useOptions().data?.options.transfers.allow_over_receipt ?? false
  const { labels, isError: codesFailed } = useItemCodes(
    transfer.lines.map((line) => line.inventory_item_id)
  )
  const [draft, setDraft] = useState<ReceiptDraft>({})
  const [note, setNote] = useState("")
  const [news, setNews] = useState<ScanNews | null>(null)
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  /** What was outstanding when the person last looked. */
  const [seen, setSeen] = useState(() => outstandingOf(answer))
  /** One key for one content: trying again receives nothing twice. */
  const sent = useRef({ content: "", key: "" })

  const rules = { locale, allowOver, units, shown: shownUnits }
  const names = useMemo(() => namesOfTransfer(answer), [answer])
  const open = useMemo(
    () => transfer.lines.filter((line) => allowOver || line.outstanding !== "0"),
    [transfer, allowOver]
  )
  const book = codeBookOf(transfer.lines, labels)
  const read = readReceipt(open, draft, rules)
  const isDirty = read.lines.length > 0 || read.problems.length > 0
  const go = useLeaveGuard(isDirty)

  function edit(next: ReceiptDraft): void {
    setRefused(null)
    setDraft(next)
  }

  function scan(text: string): void {
    const { times, code } = readScan(text, book)
    const tell = (itemId: string | null, words: string, values: object) =>
      setNews((last) => ({
        number: (last?.number ?? 0) + 1,
        itemId,
        text: t(words, { ...values, interpolation: { escapeValue: false } }),
      }))
    const [itemId, another] = itemsOf(code, book)
    if (!itemId || another) {
      tell(null, `transfers.receive.${itemId ? "ambiguous" : "unknown"}`, { code })
      return
    }
    const line = transfer.lines.find((one) => one.inventory_item_id === itemId)
    const outstanding = line?.outstanding ?? "0"
    const write = (quantity: string) => named(itemId, units, quantity)
    const values = { item: itemName(names, itemId), outstanding: write(outstanding) }
    const scanned = acceptMore(draft, { inventory_item_id: itemId, outstanding }, times, rules)
    if (scanned.draft) {
      edit(scanned.draft)
      const accepted = write(scanned.accepted)
      tell(itemId, "transfers.receive.scanned", { ...values, accepted })
    } else {
      tell(null, `transfers.receive.${scanned.says}`, values)
    }
  }

  function save(): void {
    setTried(true)
    if (!read.lines.length || read.problems.length || receive.isPending) {
      return
    }
    const body = { lines: read.lines, note: note.trim() || null }
    const content = JSON.stringify(body)
    if (sent.current.content !== content) {
      sent.current = { content, key: newKey() }
    }
    receive.mutate(
      { ...body, idempotency_key: sent.current.key },
      {
        onSuccess: ({ transfer: after }) => {
          const part = after.status === "partial"
          toast.success(
            t(part ? "transfers.receive.donePart" : "transfers.receive.done", {
              number: after.number,
            })
          )
          go(`/inventory/transfers/${after.id}`)
        },
        onError: (error) => setRefused(withNames(failureText(error), names)),
      }
    )
  }

  const shown = read.problems.filter(({ says }) => tried || !MISSING.has(says))
  return {
    open,
    draft,
    read,
    note,
    news,
    names,
    codesFailed,
    isDirty,
    isSaving: receive.isPending,
    /** How much would stay outstanding. */
    left: exact(transfer.totals.outstanding).minus(read.accepted).minus(read.rejected),
    /** Somebody else has received of it, or ended it, since the person last looked. */
    hasChanged: seen !== outstandingOf(answer) && !receive.isSuccess,
    error: formError(),
    problemAt: (itemId: string, reject: number | null, field: ReceiptProblem["field"]) => {
      const found = shown.find(
        (one) => one.itemId === itemId && one.reject === reject && one.field === field
      )
      if (found?.steps) {
        return stepsText(found.steps)
      }
      return (
        found &&
        t(`transfers.problems.${found.says}`, {
          most: found.most && named(itemId, units, found.most),
        })
      )
    },
    /** The key of the unit in which an item's quantity is typed. */
    unitOf: (itemId: string, key: string | undefined) => entryUnit(itemId, key, rules),
    scan,
    change: (itemId: string, apply: (line: LineDraft) => LineDraft) =>
      edit(withLine(draft, itemId, apply)),
    acceptAll: (lines = open) => edit(acceptAll(draft, lines, rules)),
    clear: () => {
      setNews(null)
      setTried(false)
      edit({})
    },
    changeNote: setNote,
    lookAgain: () => setSeen(outstandingOf(answer)),
    save,
  }

  function formError(): string | undefined {
    if (tried && read.problems.length) {
      return t("transfers.problems.has_errors")
    }
    if (tried && !read.lines.length) {
      return t("transfers.problems.nothing")
    }
    return refused ?? undefined
  }
}

function outstandingOf({ transfer: { status, lines } }: TransferResponse): string {
  return JSON.stringify([status, lines.map(({ outstanding }) => outstanding)])
}
