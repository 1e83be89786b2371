import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useGrantChanges } from "../../hooks/api/use-rights"
import { useFormats } from "../../hooks/use-formats"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { GrantSummary } from "./grant-summary"

/** Who was granted what, when, and by whom. */
export function ChangeList() {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const { data, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetching } =
    useGrantChanges()
  const entries = data?.pages.flatMap(({ changes, names }) =>
    changes.map((change) => ({ change, names }))
  )
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("rights.changes.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("rights.changes.subtitle")}
        </Text>
      </div>
      {isPending && <LoadingRows rows={3} />}
      {isError && !data && (
        <LoadFailure title={t("rights.changes.error")} error={error} retry={refetch} />
      )}
      {entries?.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("rights.changes.empty")}
        </Text>
      )}
      {entries?.map(({ change, names }) => {
        const who = names.users[change.actor_id ?? ""] ?? t(`actors.${change.actor_type}`)
        return (
          <div key={change.id} className="flex flex-col gap-y-2 px-6 py-4">
            <Text size="small" weight="plus">
              {t("rights.changes.line", {
                name: names.users[change.user_id] ?? change.user_id,
              })}
            </Text>
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
              {(["before", "after"] as const).map((side) => (
                <div key={side}>
                  <Text size="xsmall" className="text-ui-fg-subtle">
                    {t(`rights.changes.${side}`)}
                  </Text>
                  <GrantSummary grants={change[side]} names={names} />
                </div>
              ))}
            </div>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("rights.changes.by", { who, at: moment(String(change.created_at)) })}
            </Text>
          </div>
        )
      })}
      {hasNextPage && (
        <div className="flex justify-center p-4">
          <Button
            variant="secondary"
            size="small"
            isLoading={isFetching}
            onClick={() => fetchNextPage()}
          >
            {t("rights.changes.older")}
          </Button>
        </div>
      )}
    </Container>
  )
}
