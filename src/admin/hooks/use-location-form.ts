import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import type { NamedLocationSettings } from "../../api/types/location"
import {
  draftOf,
  type LocationDraft,
  type LocationField,
  readLocationDraft,
} from "../lib/location-draft"
import { useSetLocation } from "./api/use-location"
import { useFailureText } from "./use-failure-text"
import { useFormats } from "./use-formats"

/** What is typed of a location's settings, what stands against it, and sending it. */
export function useLocationForm(location: NamedLocationSettings, close: () => void) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const failureText = useFailureText()
  const setLocation = useSetLocation(location.id)
  const [draft, setDraft] = useState(() => draftOf(location, locale))
  const [tried, setTried] = useState(false)
  const { request, problems } = readLocationDraft(draft, locale)

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (problems.length || setLocation.isPending) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setLocation.mutate(request, {
      onSuccess: () => {
        toast.success(t("locations.saved"))
        close()
      },
    })
  }

  return {
    draft,
    isSaving: setLocation.isPending,
    change: (part: Partial<LocationDraft>) => setDraft({ ...draft, ...part }),
    save,
    errorAt(field: LocationField): string | undefined {
      const problem = tried ? problems.find((one) => one.field === field) : undefined
      return (
        problem &&
        t(`locations.problems.${problem.says}`, { least: problem.least, most: problem.most })
      )
    },
    failure: setLocation.isError ? failureText(setLocation.error) : undefined,
  }
}
