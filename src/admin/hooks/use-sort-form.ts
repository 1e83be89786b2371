import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import type { ReturnedUnits, ReturnStockResponse } from "../../api/types/return-stock"
import { type Draft, type DraftProblem, readDrafts, refusedAt } from "../lib/dispositions"
import { failureOf } from "../lib/failure"
import { withNames } from "../lib/names"
import { useDisposeReturn } from "./api/use-returns"
import { useFailureText } from "./use-failure-text"
import { useFormats } from "./use-formats"
import { useStepsText } from "./use-steps-text"
import { useShownUnits } from "./use-shown-units"
import { useUnitText } from "./use-unit-text"

/** Where an error belongs: to a field of a unit, to `reason` or `note`, or to the whole form. */
interface FormError {
  unit: number | null
  field: "quantity" | "to" | "reason" | "note" | null
  text: string
}

interface SortFormInput {
  answer: ReturnStockResponse
  /** Those that can be sorted. */
  units: ReturnedUnits[]
  close: () => void
}

/** What is typed in the form that sorts a return's units, what stands against it, and sending it. */
export function useSortForm({ answer, units, close }: SortFormInput) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const { named } = useUnitText()
  const [shownUnits] = useShownUnits()
  const { names } = answer
  const failureText = useFailureText()
  const stepsText = useStepsText()
  const dispose = useDisposeReturn(answer.return_stock.return_id)
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    units.map((one) => ({ quantity: "", to: "", measure: shownUnits[one.inventory_item_id] }))
  )
  const [reason, setReason] = useState("")
  const [note, setNote] = useState("")
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<FormError | null>(null)

  const { dispositions, problems } = readDrafts(units, drafts, { measures: answer.units, locale })
  const shown = problems.filter(({ says }) => tried || !says.startsWith("no_"))
  const errors: FormError[] = [
    ...shown.map((problem) => ({ ...problem, text: textOf(problem) })),
    ...(tried && !dispositions.length && !problems.length
      ? [{ unit: null, field: null, text: t("returns.problems.nothing") }]
      : []),
    ...(refused ? [refused] : []),
  ]

  function textOf({ unit, says, most, steps }: DraftProblem): string {
    if (steps) {
      return stepsText(steps)
    }
    const itemId = units[unit].inventory_item_id
    return t(`returns.problems.${says}`, { most: most && named(itemId, answer.units, most) })
  }

  function change(unit: number, part: Partial<Draft>): void {
    setRefused(null)
    setDrafts(drafts.map((draft, index) => (index === unit ? { ...draft, ...part } : draft)))
  }

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    if (problems.length || !dispositions.length || dispose.isPending) {
      focusFirstError(event.currentTarget)
      return
    }
    dispose.mutate(
      {
        dispositions: dispositions.map(({ unit: _, location_id: __, ...one }) => one),
        reason: reason.trim() || null,
        note: note.trim() || null,
      },
      {
        onSuccess: () => {
          toast.success(t("returns.sort.done"))
          close()
        },
        onError: (error) => {
          const at =
            failureOf(error).kind === "refused"
              ? refusedAt(failureOf(error).message, dispositions)
              : { unit: null, field: null, problem: failureText(error) }
          setRefused({ ...at, text: withNames(at.problem, names) })
        },
      }
    )
  }

  return {
    drafts,
    dispositions,
    reason,
    note,
    isSaving: dispose.isPending,
    change,
    changeReason: (text: string) => {
      setRefused(null)
      setReason(text)
    },
    changeNote: setNote,
    save,
    errorAt: (field: FormError["field"], unit: number | null = null) =>
      errors.find((error) => error.field === field && error.unit === unit)?.text,
  }
}

/** Once the errors are on the page. */
function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
