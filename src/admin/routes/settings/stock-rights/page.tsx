import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, InlineTip, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { LoadFailure } from "../../../components/load-failure"
import { LoadingRows } from "../../../components/loading-rows"
import { ChangeList } from "../../../components/rights/change-list"
import { PeopleTable } from "../../../components/rights/people-table"
import { useGrants, useRights } from "../../../hooks/api/use-rights"

/** Who may change stock, where, and how much at a time. */
const StockRightsPage = () => {
  const { t } = useTranslation("stockroom")
  const grants = useGrants()
  const rights = useRights()
  const failed = [grants, rights].find((query) => query.isError && !query.data)
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <div>
            <Heading>{t("rights.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("rights.subtitle")}
            </Text>
          </div>
          {grants.data && !grants.data.enforced && (
            <InlineTip label={t("rights.off.title")}>{t("rights.off.text")}</InlineTip>
          )}
          {rights.data && !rights.data.may_grant && (
            <InlineTip label={t("rights.readOnly.title")}>{t("rights.readOnly.text")}</InlineTip>
          )}
        </div>
        {failed && (
          <LoadFailure title={t("rights.error")} error={failed.error} retry={failed.refetch} />
        )}
        {!failed && !(grants.data && rights.data) && <LoadingRows rows={6} />}
        {grants.data && rights.data && (
          <PeopleTable answer={grants.data} mayGrant={rights.data.may_grant} />
        )}
      </Container>
      <ChangeList />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "rights.menu",
  translationNs: "stockroom",
})

export default StockRightsPage
