import { toast } from "@medusajs/ui"
import { useEffect, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

import type { TransferResponse } from "../../api/types/transfers"
import { newKey } from "../lib/new-key"
import {
  detailsBody,
  draftBody,
  draftOf,
  EMPTY_DRAFT,
  lineAt,
  problemsOf,
  refusedPart,
  type TransferDraft,
} from "../lib/transfer-draft"
import { useLocations } from "./api/use-location"
import { useOptions } from "./api/use-options"
import { type Saved, type SaveKind, useSaveTransfer } from "./api/use-save-transfer"
import { useFailureText } from "./use-failure-text"
import { useFormats } from "./use-formats"
import { useStepsText } from "./use-steps-text"
import { useLeaveGuard } from "./use-leave-guard"
import { useLineEffects } from "./use-line-effects"
import { useMay } from "./use-may"
import { useShownUnits } from "./use-shown-units"

/**
 * What is typed of a transfer, what it would do to both ends, what stands against it, and saving it.
 *
 * @param answer - the one that is changed; null for a new one
 * @param refusal - what stood against sending it when that was tried last
 * @param start - what a new one begins with
 */
export function useTransferForm(
  answer: TransferResponse | null,
  refusal: string | null,
  start: TransferDraft = EMPTY_DRAFT
) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const failureText = useFailureText()
  const stepsText = useStepsText()
  const may = useMay()
  const saving = useSaveTransfer()
  const options = useOptions().data?.options.transfers
  const locations = useLocations()
  const [shown] = useShownUnits()
  const transfer = answer?.transfer ?? null
  const [initial] = useState(() =>
    answer ? draftOf(answer.transfer, { units: answer.units, shown, locale }) : start
  )
  const [draft, setDraft] = useState(initial)
  /** The last try, if any: what it asks for is shown until it is there. */
  const [tried, setTried] = useState<SaveKind | null>(null)
  const [failure, setFailure] = useState(refusal)
  const [negative, setNegative] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  // A try again sends its key again; another draft is another request.
  const key = useMemo(() => ({ draft, key: newKey() }), [draft]).key

  const isSent = transfer !== null && transfer.status !== "draft"
  const fields = options?.custom_fields ?? []
  const deduction = options?.origin_deduction ?? "on_pending"
  const isDirty = draft !== initial
  const go = useLeaveGuard(isDirty)

  const places = locations.data?.locations ?? []
  const place = (id: string) => places.find((one) => one.id === id)
  const inactive = new Set(places.filter(({ active }) => !active).map(({ id }) => id))
  const { effects, ...levels } = useLineEffects(draft, { deduction, locale, enabled: !isSent })
  const isUnlimited = ["virtual", "supplier"].includes(place(draft.originId)?.kind ?? "")
  const short =
    isUnlimited || !draft.originId ? [] : draft.lines.filter(({ id }) => effects.get(id)?.short)

  const rules = (kind: SaveKind) => ({
    ...{ locale, fields, inactive, details: isSent },
    sending: kind !== "draft" || isSent,
  })
  const problems = tried ? problemsOf(draft, rules(tried)) : []
  const refused = failure === null ? null : refusedPart(failure, draft)

  useEffect(() => {
    if (refusal !== null) {
      toast.error(t("transferForm.failed.send"), { description: refusal })
    }
    // Told once, when the form opens.
  }, [])

  function change(next: TransferDraft | ((draft: TransferDraft) => TransferDraft)): void {
    setDraft(next)
    setFailure(null)
  }

  /** Whether nothing stands against it, as far as can be told here; else the first field gets the focus. */
  function check(kind: SaveKind): boolean {
    setTried(kind)
    const found = problemsOf(draft, rules(kind))
    if (found.length) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      )
    }
    return found.length === 0
  }

  function save(kind: SaveKind, allow = negative): void {
    if (saving.isPending || !check(kind)) {
      return
    }
    const body = isSent ? detailsBody(draft, fields, locale) : draftBody(draft, fields, locale)
    saving.mutate(
      {
        ...{ id: transfer?.id ?? null, kind, body },
        ...{ allow_negative: allow, idempotency_key: key },
      },
      {
        onSuccess: (saved) => done(kind, saved),
        onError: (error) => {
          const text = named(failureText(error))
          setFailure(text)
          toast.error(t("transferForm.failed.save"), { description: text })
        },
      }
    )
  }

  function done(kind: SaveKind, { transfer: saved, refusal: against }: Saved): void {
    if (against) {
      const state = { refusal: named(failureText(against)) }
      go(`/inventory/transfers/${saved.id}/edit`, { replace: true, state })
      return
    }
    const says = isSent ? "changed" : kind
    toast.success(t(`transferForm.done.${says}`, { number: saved.number }))
    go(`/inventory/transfers/${saved.id}`)
  }

  /** Puts names in the place of the ids that a message of the API mentions. */
  function named(message: string): string {
    const lines = draft.lines.map(({ id, sku, title }) => [id, sku || title || id])
    return [...lines, ...places.map(({ id, name }) => [id, name ?? id])].reduce(
      (text, [id, name]) => text.replaceAll(id, name),
      message
    )
  }

  return {
    ...{ draft, change, save, check, form, isSent, isDirty, go, fields, deduction, locations },
    ...{ levels, effects, short, negative, setNegative, place },
    isSaving: saving.isPending,
    /** Sending needs the right at the origin. */
    maySave: may("transfers", ...[transfer?.origin_id, draft.originId].filter(isText)),
    mayReceive: may("transfers", ...[draft.destinationId].filter(isText)),
    failure: refused?.at === null ? failure : null,
    /** The first line with a problem, to lead to its page. */
    wrongLine: problems.length
      ? draft.lines.findIndex(({ id }) => problems.some(({ at }) => at === lineAt(id)))
      : -1,
    errorAt(at: string): string | undefined {
      const problem = problems.find((one) => one.at === at)
      if (problem) {
        return problem.steps ? stepsText(problem.steps) : t(`transferForm.problems.${problem.says}`)
      }
      return refused?.at === at ? refused.problem : undefined
    },
  }
}

export type TransferForm = ReturnType<typeof useTransferForm>

function isText(text: string | undefined): text is string {
  return Boolean(text)
}
