import { Button, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { GrantsResponse } from "../../../api/types/grants"
import { type AdminUser, useAdminUsers } from "../../hooks/api/use-rights"
import { SearchInput } from "../fields/search-input"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { Pages } from "../pages"
import { GrantSummary } from "./grant-summary"
import { RightsDrawer } from "./rights-drawer"

const PAGE = 20

/** Every admin with what he may do; `mayGrant` lets change it. */
export function PeopleTable({ answer, mayGrant }: { answer: GrantsResponse; mayGrant: boolean }) {
  const { t } = useTranslation("stockroom")
  const [q, setQ] = useState("")
  const [page, setPage] = useState(0)
  const [editing, setEditing] = useState<AdminUser | null>(null)
  const { data, isPending, isError, error, refetch } = useAdminUsers(q, page, PAGE)
  const grantsOf = (id: string) => answer.grants.find(({ user_id }) => user_id === id)?.grants ?? []
  const isOwner = ({ email }: AdminUser) =>
    answer.enforced && answer.owners.includes(email.toLowerCase())
  return (
    <>
      <div className="px-6 py-4">
        <SearchInput
          className="max-w-64"
          label={t("rights.search")}
          value={q}
          onChange={({ target }) => {
            setQ(target.value)
            setPage(0)
          }}
        />
      </div>
      {isPending && <LoadingRows rows={5} />}
      {isError && !data && (
        <LoadFailure title={t("rights.peopleError")} error={error} retry={refetch} />
      )}
      {data && !data.users.length && (
        <div className="px-6 py-12 text-center">
          <Heading level="h3">{t("rights.nobody")}</Heading>
          <Text className="text-ui-fg-subtle">{t("rights.nobodyHint")}</Text>
        </div>
      )}
      {data && data.users.length > 0 && (
        <>
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>{t("rights.person")}</Table.HeaderCell>
                <Table.HeaderCell>{t("rights.may")}</Table.HeaderCell>
                <Table.HeaderCell>
                  <span className="sr-only">{t("rights.edit")}</span>
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {data.users.map((user) => (
                <Table.Row key={user.id}>
                  <Table.Cell className="py-3 align-top">
                    <Text size="small" weight="plus">
                      {nameOf(user)}
                    </Text>
                    {nameOf(user) !== user.email && (
                      <Text size="small" className="text-ui-fg-subtle">
                        {user.email}
                      </Text>
                    )}
                  </Table.Cell>
                  <Table.Cell className="py-3 align-top">
                    {isOwner(user) ? (
                      <Text size="small">{t("rights.owner")}</Text>
                    ) : (
                      <GrantSummary grants={grantsOf(user.id)} names={answer.names} />
                    )}
                  </Table.Cell>
                  <Table.Cell className="py-3 text-right align-top">
                    {mayGrant && !isOwner(user) && (
                      <Button
                        variant="secondary"
                        size="small"
                        aria-label={t("rights.editOf", { name: nameOf(user) })}
                        onClick={() => setEditing(user)}
                      >
                        {t("rights.edit")}
                      </Button>
                    )}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
          <Pages count={data.count} size={PAGE} page={page} onChange={setPage} />
        </>
      )}
      {editing && (
        <RightsDrawer
          user={{ id: editing.id, name: nameOf(editing) }}
          grants={grantsOf(editing.id)}
          close={() => setEditing(null)}
        />
      )}
    </>
  )
}

function nameOf({ first_name, last_name, email }: AdminUser): string {
  return [first_name, last_name].filter(Boolean).join(" ") || email
}
