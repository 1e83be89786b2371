import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { TransferForm } from "../../hooks/use-transfer-form"
import { customAt, type DraftDetails, momentOfDay } from "../../lib/transfer-draft"
import { DayField } from "../fields/day-field"
import { NoteField } from "../fields/note-field"
import { TextField } from "../fields/text-field"
import { CustomFieldInput } from "./custom-field-input"

/** What a transfer says besides its route and items; all of it stays editable once it is sent. */
export function DetailsSection({ form }: { form: TransferForm }) {
  const { t } = useTranslation("stockroom")
  const { draft, change, errorAt, fields } = form
  const set = (part: Partial<DraftDetails>) => change({ ...draft, ...part })
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("transferForm.details.title")}
      </Heading>
      <div className="grid items-start gap-4 px-6 py-4 sm:grid-cols-2 xl:grid-cols-3">
        <TextField
          label={t("transferForm.details.reference")}
          value={draft.reference}
          error={errorAt("reference")}
          onChange={(reference) => set({ reference })}
        />
        <DayField
          label={t("transferForm.details.expected")}
          size="small"
          value={draft.expectedAt === null ? null : new Date(draft.expectedAt)}
          error={errorAt("expected_at")}
          onChange={(day) => set({ expectedAt: momentOfDay(day) })}
        />
        <TextField
          label={t("transferForm.details.carrier")}
          value={draft.carrier}
          error={errorAt("carrier")}
          onChange={(carrier) => set({ carrier })}
        />
        <TextField
          label={t("transferForm.details.trackingNumber")}
          value={draft.trackingNumber}
          error={errorAt("tracking_number")}
          onChange={(trackingNumber) => set({ trackingNumber })}
        />
        <TextField
          label={t("transferForm.details.trackingUrl")}
          type="url"
          value={draft.trackingUrl}
          error={errorAt("tracking_url")}
          onChange={(trackingUrl) => set({ trackingUrl })}
        />
        {fields.map((field) => (
          <CustomFieldInput
            key={field.key}
            field={field}
            value={draft.custom[field.key] ?? null}
            error={errorAt(customAt(field.key))}
            onChange={(value) => set({ custom: { ...draft.custom, [field.key]: value } })}
          />
        ))}
        <div className="sm:col-span-2 xl:col-span-3">
          <NoteField
            value={draft.note}
            error={errorAt("note")}
            onChange={(note) => set({ note })}
          />
        </div>
      </div>
    </Container>
  )
}
