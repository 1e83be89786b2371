import { toast, usePrompt } from "@medusajs/ui"
import { type FormEvent, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"

import type { Names } from "../../api/types/names"
import {
  type BulkDraft,
  bulkEffect,
  bulkOffSteps,
  readBulkDraft,
  sharedUnits,
} from "../lib/bulk-change"
import { failureOf } from "../lib/failure"
import { withNames } from "../lib/names"
import type { StockLevel } from "../lib/stock-level"
import { useChangeStock } from "./api/use-change-stock"
import { useRights } from "./api/use-rights"
import { useUndo } from "./api/use-undo"
import { useFailureText } from "./use-failure-text"
import { useFormats } from "./use-formats"

/** Changes of more levels than these are asked for twice. */
const MANY = 50

interface BulkFormInput {
  levels: StockLevel[]
  names: Names
  /** After the change has been made. */
  done: () => void
}

/** What is typed to change many levels, what it would do, and sending it as one movement. */
export function useBulkForm({ levels, names, done }: BulkFormInput) {
  const { t } = useTranslation("stockroom")
  const { locale, quantity } = useFormats()
  const failureText = useFailureText()
  const prompt = usePrompt()
  const changeStock = useChangeStock()
  const undo = useUndo()
  const granted = useRights().data?.grants ?? null
  const [draft, setDraft] = useState<BulkDraft>({
    op: "adjust",
    state: "available",
    from: "available",
    to: "damaged",
    quantity: "",
    unit: null,
  })
  const [allowNegative, setAllowNegative] = useState(false)
  const [reason, setReason] = useState("")
  const [note, setNote] = useState("")
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<{ field: "reason" | null; text: string } | null>(null)
  /** The same request, sent again after no answer came, is made once. */
  const [key, setKey] = useState(newKey)

  const units = useMemo(() => sharedUnits(levels, t("units.eachBase")), [levels, t])
  const unit = (units.find(({ key }) => key === draft.unit) ?? units[0])?.key ?? null
  const read = useMemo(() => readBulkDraft({ ...draft, unit }, locale), [draft, unit, locale])
  const steps = useMemo(
    () => ("operation" in read ? bulkOffSteps(levels, read.operation) : null),
    [levels, read]
  )
  const effect = useMemo(
    () => ("operation" in read && !steps ? bulkEffect(levels, read.operation, granted) : null),
    [levels, read, steps, granted]
  )
  const problem = "says" in read && (tried || read.says !== "no_quantity") ? read : null
  const isRefused =
    effect !== null &&
    (effect.refused.length > 0 ||
      effect.beyond.length > 0 ||
      (effect.negative.length > 0 && !allowNegative))

  /** Whatever is changed makes it another request. */
  function edit(apply: () => void): void {
    setRefused(null)
    setKey(newKey)
    apply()
  }

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (!effect || isRefused || !effect.changes.length || changeStock.isPending) {
      focusFirstError(form)
      return
    }
    const number = effect.changes.length
    const sure =
      number <= MANY ||
      (await prompt({
        title: t("levels.change.sure", { number }),
        description: t("levels.change.sureHint"),
        confirmText: t("levels.change.confirm"),
        cancelText: t("actions.cancel"),
        variant: "confirmation",
      }))
    if (sure) {
      send(effect.changes)
    }
  }

  function send(changes: NonNullable<typeof effect>["changes"]): void {
    changeStock.mutate(
      {
        changes,
        reason: reason.trim() || null,
        note: note.trim() || null,
        allow_negative: allowNegative,
        idempotency_key: key,
      },
      {
        onSuccess: ({ movement }) => {
          tellDone(changes.length, movement?.id ?? null)
          done()
        },
        onError: (error) => {
          const { kind, message } = failureOf(error)
          const ofReason = kind === "refused" && message.startsWith("reason ")
          setRefused({
            field: ofReason ? "reason" : null,
            text: withNames(ofReason ? message.slice(7) : failureText(error), names),
          })
        },
      }
    )
  }

  function tellDone(number: number, movementId: string | null): void {
    toast.success(t(number === 1 ? "levels.change.doneOne" : "levels.change.done", { number }), {
      ...(movementId && {
        action: {
          label: t("levels.change.undo"),
          altText: t("levels.change.undo"),
          onClick: () => takeBack(movementId),
        },
      }),
    })
  }

  /** Not by callbacks of the mutation: the drawer that holds it is closed by then. */
  async function takeBack(movementId: string): Promise<void> {
    try {
      await undo.mutateAsync({ movementId })
      toast.success(t("levels.change.undone"))
    } catch (error) {
      toast.error(t("levels.change.notUndone"), {
        description: withNames(failureText(error), names),
      })
    }
  }

  return {
    draft,
    /** In which the quantity can be typed, and which it is typed in. */
    units,
    unit,
    effect,
    allowNegative,
    reason,
    note,
    isRefused,
    isSaving: changeStock.isPending,
    errors: {
      quantity: steps
        ? t("units.offStepsOf", { ...steps, increment: quantity(steps.increment) })
        : problem?.field === "quantity"
          ? t(`levels.problems.${problem.says}`)
          : undefined,
      to: problem?.field === "to" ? t(`levels.problems.${problem.says}`) : undefined,
      reason: refused?.field === "reason" ? refused.text : undefined,
      form: refused?.field === null ? refused.text : undefined,
    },
    change: (part: Partial<BulkDraft>) => edit(() => setDraft({ ...draft, ...part })),
    changeAllowNegative: (allowed: boolean) => edit(() => setAllowNegative(allowed)),
    changeReason: (text: string) => edit(() => setReason(text)),
    changeNote: (text: string) => edit(() => setNote(text)),
    save,
  }
}

function newKey(): string {
  return `bulk-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}

/** Once the errors are on the page. */
function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
