import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import type { AvailabilityProblems } from "../lib/display-draft"
import { refusedPath } from "../lib/refused-path"
import { useFailureText } from "./use-failure-text"

interface AvailabilityFormInput<Draft, Request> {
  begin: () => Draft
  read: (draft: Draft) => { request: Request; problems: AvailabilityProblems }
  /** The fields of the API that the form shows. */
  fields: readonly string[]
  saving: {
    mutate: (request: Request, callbacks: { onSuccess: () => void }) => void
    reset: () => void
    isPending: boolean
    error: Error | null
  }
  /** Tells that it is saved. */
  told: string
  close: () => void
}

/** A form of what shoppers are told: what was typed, what stands against it, and saving it. */
export function useAvailabilityForm<Draft extends object, Request>({
  begin,
  read,
  fields,
  saving,
  told,
  close,
}: AvailabilityFormInput<Draft, Request>) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const [draft, setDraft] = useState(begin)
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)
  const { request, problems } = read(draft)
  const refused = saving.error ? refusedPath(failureText(saving.error), fields) : null

  function change(part: Partial<Draft>): void {
    saving.reset()
    setDraft((before) => ({ ...before, ...part }))
  }

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (saving.isPending) {
      return
    }
    if (Object.keys(problems).length) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    saving.mutate(request, {
      onSuccess: () => {
        toast.success(told)
        close()
      },
    })
  }

  return {
    ...{ draft, change, save, isSaving: saving.isPending },
    /** What stands against the field with this path in the API, or against a part of it. */
    errorAt(path: string): string | undefined {
      const problem = tried ? problems[path] : undefined
      if (problem) {
        return t(`availability.problems.${problem}`)
      }
      const isHere = refused?.path === path || refused?.path?.startsWith(`${path}.`)
      return isHere ? refused?.problem : undefined
    },
    /** What is about no field of the form. */
    whole: refused && !refused.path ? refused.problem : undefined,
  }
}
