import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import type { UnitRecord } from "../../core/units"
import { failureOf } from "../lib/failure"
import { refusedUnits } from "../lib/refused-units"
import {
  draftsOf,
  readUnitDrafts,
  type UnitDraft,
  type UnitField,
  withBase,
  withChange,
  withMove,
  withNewUnit,
} from "../lib/units-draft"
import { useSetItemUnits } from "./api/use-item-units"
import { useFailureText } from "./use-failure-text"
import { useFormats } from "./use-formats"

interface UnitsFormInput {
  itemId: string
  units: readonly UnitRecord[]
  close: () => void
}

/** What is typed of an item's units, what stands against it, and saving all of them at once. */
export function useUnitsForm({ itemId, units, close }: UnitsFormInput) {
  const { t } = useTranslation("stockroom")
  const { locale, quantity } = useFormats()
  const failureText = useFailureText()
  const saving = useSetItemUnits(itemId)
  const [drafts, setDrafts] = useState(() =>
    units.length ? draftsOf(units, locale) : withNewUnit([])
  )
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)

  const read = readUnitDrafts(drafts, locale)
  const problems = read.problems.filter(({ says }) => tried || says !== "missing")
  const refused =
    saving.error && failureOf(saving.error).kind === "refused"
      ? refusedUnits(failureOf(saving.error).message)
      : null
  const soldAt = refused?.about === "sold" ? drafts.findIndex(({ key }) => key === refused.key) : -1

  function edit(next: UnitDraft[]): void {
    saving.reset()
    setDrafts(next)
  }

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    if (read.problems.length || saving.isPending) {
      focusFirstError(event.currentTarget)
      return
    }
    saving.mutate(read.units, {
      onSuccess: () => {
        toast.success(t(read.units.length ? "units.saved" : "units.takenAway"))
        close()
      },
    })
  }

  function errorAt(index: number, field: UnitField): string | undefined {
    const problem = problems.find((one) => one.index === index && one.field === field)
    if (problem) {
      return t(`units.problems.${problem.says}`)
    }
    if (refused?.about === "field" && refused.index === index && refused.field === field) {
      return refused.problem
    }
    return refused?.about === "sold" && soldAt === index && field === "factor"
      ? t("units.sold", refused)
      : undefined
  }

  function whole(): string | undefined {
    switch (refused?.about) {
      case "sold":
        return soldAt < 0 ? t("units.sold", refused) : undefined
      case "base":
        return t("units.baseSold", refused)
      case "stock":
        return t("units.offStock", { ...refused, increment: quantity(refused.increment) })
      case "all":
        return refused.problem
      case "field":
        return undefined
      default:
        return saving.error ? failureText(saving.error) : undefined
    }
  }

  return {
    drafts,
    errorAt,
    error: whole(),
    /** Stock that the base unit's steps do not fit, and where. */
    off: refused?.about === "stock" ? refused.off : [],
    isSaving: saving.isPending,
    add: () => edit(withNewUnit(drafts)),
    remove: (index: number) => edit(drafts.filter((_, at) => at !== index)),
    change: (index: number, part: Partial<UnitDraft>) => edit(withChange(drafts, index, part)),
    makeBase: (index: number) => edit(withBase(drafts, index)),
    move: (index: number, by: 1 | -1) => edit(withMove(drafts, index, by)),
    save,
  }
}

/** Once the errors are on the page. */
function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
