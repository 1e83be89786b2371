import { Drawer, Label, Select, Text, toast, usePrompt } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { FormFooter } from "../form-footer"
import type { DeactivationResponse, NamedLocationSettings } from "../../../api/types/location"
import { useDeactivateLocation, useLocations } from "../../hooks/api/use-location"
import { useFailureText } from "../../hooks/use-failure-text"
import { useMay } from "../../hooks/use-may"
import { withNames } from "../../lib/names"
import { FieldError } from "../fields/field-error"
import { NoteField } from "../fields/note-field"
import { ReasonField } from "../fields/reason-field"

interface DeactivateFormProps {
  location: NamedLocationSettings
  answer: DeactivationResponse
  close: () => void
}

/** Takes a location out of use: where its stock goes, and why. */
export function DeactivateForm({ location, answer, close }: DeactivateFormProps) {
  const { t } = useTranslation("stockroom")
  const id = useId()
  const prompt = usePrompt()
  const failureText = useFailureText()
  const deactivate = useDeactivateLocation(location.id)
  const may = useMay()
  const others = useLocations().data?.locations.filter(
    (one) => one.active && one.name !== null && one.id !== location.id && may("locations", one.id)
  )
  const [destinationId, setDestinationId] = useState("")
  const [reason, setReason] = useState("")
  const [note, setNote] = useState("")
  const [tried, setTried] = useState(false)

  const { levels } = answer.deactivation.to_move
  const name = location.name ?? location.id
  const destination = others?.find((one) => one.id === destinationId)?.name ?? ""
  const moves = levels > 0
  const what = { number: levels, from: name, to: destination }
  const missing =
    moves && !destinationId
      ? t(others?.length === 0 ? "locations.deactivate.nowhere" : "locations.deactivate.choose")
      : undefined

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    setTried(true)
    if (missing || deactivate.isPending) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const sure = await prompt({
      title: t("locations.deactivate.sure", { location: name }),
      description: t(moves ? movesText(levels) : "locations.deactivate.isEmpty", what),
      confirmText: t("locations.deactivate.action"),
      cancelText: t("actions.cancel"),
    })
    if (sure) {
      deactivate.mutate(
        {
          destination_id: moves ? destinationId : null,
          reason: reason.trim() || null,
          note: note.trim() || null,
        },
        {
          onSuccess: () => {
            toast.success(t("locations.deactivate.done", { location: name }))
            close()
          },
        }
      )
    }
  }

  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {moves ? (
          <div className="flex flex-col gap-y-2">
            <Label size="small" weight="plus" htmlFor={`${id}-to`}>
              {t("locations.deactivate.destination")}
            </Label>
            <Select size="small" value={destinationId} onValueChange={setDestinationId}>
              <Select.Trigger
                id={`${id}-to`}
                aria-invalid={tried && missing !== undefined}
                aria-describedby={`${id}-to-hint ${id}-to-error`}
              >
                <Select.Value placeholder={t("locations.deactivate.placeholder")} />
              </Select.Trigger>
              <Select.Content>
                {(others ?? []).map((one) => (
                  <Select.Item key={one.id} value={one.id}>
                    {one.name}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
            <div id={`${id}-to-hint`} className="txt-small text-ui-fg-subtle tabular-nums">
              {destination
                ? t(movesText(levels), what)
                : t(
                    levels === 1 ? "locations.deactivate.hasOne" : "locations.deactivate.has",
                    what
                  )}
            </div>
            <FieldError id={`${id}-to-error`} text={tried ? missing : undefined} />
          </div>
        ) : (
          <Text size="small">{t("locations.deactivate.isEmpty")}</Text>
        )}
        <ReasonField value={reason} onChange={setReason} />
        <NoteField value={note} onChange={setNote} />
      </Drawer.Body>
      <FormFooter
        errorId={`${id}-error`}
        error={
          deactivate.isError ? withNames(failureText(deactivate.error), answer.names) : undefined
        }
        label={t("locations.deactivate.action")}
        danger
        isSaving={deactivate.isPending}
        close={close}
      />
    </form>
  )
}

function movesText(levels: number): string {
  return levels === 1 ? "locations.deactivate.movesOne" : "locations.deactivate.moves"
}
