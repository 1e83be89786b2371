import { toast } from "@medusajs/ui"
import { type FormEvent, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import type { ItemStock, LocationInfo } from "../../api/types/item-stock"
import { isHandState } from "../../core/state"
import {
  type ChangeDraft,
  type DraftProblem,
  figureOf,
  readChange,
  requestOf,
} from "../lib/change-draft"
import { previewOf } from "../lib/change-preview"
import type { Figure, Operation, StockLevel } from "../lib/figures"
import { failureOf } from "../lib/failure"
import { type Beyond, beyondLimit } from "../lib/grant-limits"
import { itemTitle, namesOf } from "../lib/item-levels"
import { locationName, withNames } from "../lib/names"
import { newKey } from "../lib/new-key"
import { refusedField } from "../lib/refused-field"
import { type ItemUnits, unitOf } from "../lib/units"
import { useChangeStock } from "./api/use-change-stock"
import { useRights } from "./api/use-rights"
import { useFailureText } from "./use-failure-text"
import { useFormats } from "./use-formats"
import { useShownUnits } from "./use-shown-units"
import { useItemText } from "./use-unit-text"

/** Where an error belongs: to a field, or to the whole form. */
interface FormError {
  field: "quantity" | "to" | "leave" | "reason" | "note" | null
  text: string
}

interface ChangeFormInput {
  item: ItemStock
  locations: LocationInfo[]
  level: StockLevel
  units: ItemUnits
  start: { op: Operation; figure: Figure }
  close: () => void
}

/** What is typed in the form that changes a number, what it would do, and sending it. */
export function useChangeForm({ item, locations, level, units, start, close }: ChangeFormInput) {
  const { t } = useTranslation("stockroom")
  const formats = useFormats()
  const { locale } = formats
  const { quantity } = useItemText(item.inventory_item_id, units)
  const [shown] = useShownUnits()
  const failureText = useFailureText()
  const changeStock = useChangeStock()
  const granted = useRights().data?.grants ?? null
  const [draft, setDraft] = useState<ChangeDraft>({
    op: start.op,
    state: isHandState(start.figure) ? start.figure : "available",
    to: "",
    quantity: "",
    unit: shown[item.inventory_item_id] ?? null,
  })
  const [leave, setLeave] = useState(false)
  const [reason, setReason] = useState("")
  const [note, setNote] = useState("")
  /** The level that the person knows of. */
  const [seen, setSeen] = useState(level)
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<FormError | null>(null)
  /** One key for one content: trying again changes nothing twice, and something else is not taken for it. */
  const sent = useRef({ content: "", key: "" })

  const names = namesOf(item, locations)
  const { change, problems } = readChange(draft, level, unitOf(units, draft.unit), locale)
  const preview = change && previewOf(level, change)
  const beyond = change && beyondLimit(granted, change, level)
  const conflict = change && conflictOf(figureOf(change, seen), figureOf(change, level))
  const errors: FormError[] = [
    ...problems.filter(({ says }) => tried || !says.startsWith("no_")).map(errorOf),
    ...(tried && preview?.changesNothing
      ? [{ field: "quantity" as const, text: t("grid.problems.nothing") }]
      : []),
    ...(tried && preview?.shortage && !leave
      ? [{ field: "leave" as const, text: t("grid.problems.no_leave") }]
      : []),
    ...(beyond
      ? [{ field: "quantity" as const, text: t("grid.problems.beyond", told(beyond)) }]
      : []),
    ...(refused ? [refused] : []),
  ]

  function errorOf({ field, says, steps }: DraftProblem): FormError {
    const text = steps
      ? t("units.offSteps", { ...steps, increment: formats.quantity(steps.increment) })
      : t(`grid.problems.${says}`)
    return { field, text }
  }

  function told({ quantity: changed, most }: Beyond) {
    return { quantity: quantity(changed), most: quantity(most) }
  }

  function conflictOf(before: string, current: string) {
    const figure: Figure = draft.op === "count" ? "on_hand" : draft.state
    return before === current ? null : { figure, seen: before, current }
  }

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    const ready =
      preview && !preview.changesNothing && !preview.refused && (leave || !preview.shortage)
    if (!change || !ready || beyond || conflict || changeStock.isPending) {
      focusFirstError(event.currentTarget)
      return
    }
    const body = {
      changes: [requestOf(change, seen)],
      reason: reason.trim() || null,
      note: note.trim() || null,
      allow_negative: leave && preview.shortage !== null,
    }
    const content = JSON.stringify(body)
    if (sent.current.content !== content) {
      sent.current = { content, key: newKey() }
    }
    changeStock.mutate(
      { ...body, idempotency_key: sent.current.key },
      {
        onSuccess: () => {
          toast.success(
            t("grid.change.done", {
              item: itemTitle(item),
              location: locationName(names, level.location_id),
            })
          )
          close()
        },
        onError: (error) => {
          const { kind, message } = failureOf(error)
          const { field, problem } =
            kind === "refused"
              ? refusedField(message)
              : { field: null, problem: failureText(error) }
          setRefused({ field, text: withNames(problem, names) })
        },
      }
    )
  }

  const edited = <Value>(apply: (value: Value) => void) => {
    return (value: Value) => {
      setRefused(null)
      apply(value)
    }
  }
  return {
    draft,
    preview,
    conflict,
    leave,
    reason,
    note,
    isSaving: changeStock.isPending,
    change: edited((part: Partial<ChangeDraft>) => {
      // Where it is moved from is no place to move it to.
      const to = part.state === draft.to ? "" : draft.to
      setDraft({ ...draft, to, ...part })
    }),
    giveLeave: edited(setLeave),
    changeReason: edited(setReason),
    changeNote: edited(setNote),
    /** Goes on from the figure that is there now. */
    takeOver: () => {
      setRefused(null)
      setSeen(level)
    },
    save,
    errorAt: (field: FormError["field"]) =>
      // The conflict is told with its figures; the store's own words would only repeat it.
      field === null && conflict ? undefined : errors.find((one) => one.field === field)?.text,
  }
}

/** Once the errors are on the page. */
function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
