import { Drawer } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

import { useSaveEstimate } from "../../hooks/api/use-availability"
import { useAvailabilityForm } from "../../hooks/use-availability-form"
import { draftOfEstimate, type Estimate, readEstimateDraft } from "../../lib/estimate-draft"
import { lastPriority } from "../../lib/estimate-order"
import { SwitchField } from "../fields/switch-field"
import { TextField } from "../fields/text-field"
import { FormFooter } from "../form-footer"
import { TranslationsField } from "./translations-field"

interface EstimateFormProps {
  estimate: Estimate | undefined
  all: Estimate[]
  /** The languages of the store, as tags. */
  locales: string[]
  close: () => void
}

/** An estimate: what shoppers read in each language, and how long it takes. */
export function EstimateForm({ estimate, all, locales, close }: EstimateFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const form = useAvailabilityForm({
    begin: () => draftOfEstimate(estimate),
    read: (draft) => {
      const { request, problems } = readEstimateDraft(draft)
      const which = estimate ? { id: estimate.id } : { id: null, priority: lastPriority(all) }
      return { request: { ...which, ...request }, problems }
    },
    fields: ["title", "lead_time_days", "is_default"],
    saving: useSaveEstimate(),
    told: t("availability.estimates.form.done"),
    close,
  })
  const { draft, change, errorAt } = form
  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={form.save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <TextField
          label={t("availability.estimates.form.title")}
          value={draft.title}
          error={errorAt("title")}
          onChange={(title) => change({ title })}
        />
        <TranslationsField
          drafts={draft.translations}
          locales={locales}
          errorAt={errorAt}
          onChange={(translations) => change({ translations })}
        />
        <TextField
          label={t("availability.estimates.form.leadTime")}
          hint={t("availability.estimates.form.leadTimeHint")}
          inputMode="decimal"
          value={draft.leadTime}
          error={errorAt("lead_time_days")}
          onChange={(leadTime) => change({ leadTime })}
        />
        <SwitchField
          label={t("availability.estimates.form.isDefault")}
          hint={t("availability.estimates.form.isDefaultHint")}
          value={draft.isDefault}
          error={errorAt("is_default")}
          onChange={(isDefault) => change({ isDefault })}
        />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={form.whole}
        isSaving={form.isSaving}
        close={close}
      />
    </form>
  )
}
