import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

import { DrawerHeading } from "../drawer-heading"
import { FormFooter } from "../form-footer"
import { useLocationNames } from "../../hooks/api/use-location-names"
import { useSetGrants } from "../../hooks/api/use-rights"
import { useFailureText } from "../../hooks/use-failure-text"
import { useFocusBack } from "../../hooks/use-focus-back"
import { useFormats } from "../../hooks/use-formats"
import {
  draftsOf,
  type GrantDraft,
  type GrantRecord,
  NEW_DRAFT,
  readGrantDrafts,
} from "../../lib/grant-drafts"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { GrantFields } from "./grant-fields"

interface RightsDrawerProps {
  user: { id: string; name: string }
  grants: GrantRecord[]
  close: () => void
}

/** Reads the locations, and shows the form of a person's rights. */
export function RightsDrawer({ user, grants, close }: RightsDrawerProps) {
  const { t } = useTranslation("stockroom")
  const { data: locations, isPending, error, refetch } = useLocationNames()
  const focusBack = useFocusBack(true)
  return (
    <Drawer open onOpenChange={(open) => open || close()}>
      <Drawer.Content onCloseAutoFocus={focusBack}>
        <DrawerHeading
          title={t("rights.form.title", { name: user.name })}
          description={t("rights.form.hint")}
        />
        {locations ? (
          <RightsForm user={user} grants={grants} locations={locations} close={close} />
        ) : (
          <Drawer.Body>
            {isPending ? (
              <LoadingRows rows={6} />
            ) : (
              <LoadFailure title={t("rights.locationsError")} error={error} retry={refetch} />
            )}
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}

interface RightsFormProps extends RightsDrawerProps {
  locations: { id: string; name: string }[]
}

function RightsForm({ user, grants, locations, close }: RightsFormProps) {
  const { t } = useTranslation("stockroom")
  const { locale } = useFormats()
  const failureText = useFailureText()
  const setGrants = useSetGrants(user.id)
  const [drafts, setDrafts] = useState(() => draftsOf(grants, locale))
  /** What is missing is told only when somebody has tried to save. */
  const [tried, setTried] = useState(false)
  const read = readGrantDrafts(drafts, locale)
  const problems = tried ? read.problems : read.problems.filter(({ field }) => field === "most")

  function change(index: number, part: Partial<GrantDraft>): void {
    setGrants.reset()
    setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...part } : draft)))
  }

  function errorAt(index: number, field: "locations" | "most"): string | undefined {
    const problem = problems.find((one) => one.index === index && one.field === field)
    return problem && t(`rights.problems.${problem.says}`)
  }

  function save(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (!read.problems.length && !setGrants.isPending) {
      setGrants.mutate(read.grants, {
        onSuccess: () => {
          toast.success(t("rights.form.done", { name: user.name }))
          close()
        },
      })
    }
  }

  return (
    <form className="flex flex-1 flex-col overflow-hidden" onSubmit={save} noValidate>
      <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
        {drafts.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("rights.form.empty")}
          </Text>
        )}
        {drafts.map((draft, index) => (
          <GrantFields
            key={index}
            number={index + 1}
            draft={draft}
            locations={locations}
            locationsError={errorAt(index, "locations")}
            mostError={errorAt(index, "most")}
            onChange={(part) => change(index, part)}
            onRemove={() => setDrafts(drafts.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          className="self-start"
          variant="secondary"
          size="small"
          type="button"
          onClick={() => setDrafts([...drafts, NEW_DRAFT])}
        >
          {t("rights.form.add")}
        </Button>
      </Drawer.Body>
      <FormFooter
        errorId="rights-error"
        error={setGrants.error ? failureText(setGrants.error) : undefined}
        isSaving={setGrants.isPending}
        close={close}
      />
    </form>
  )
}
