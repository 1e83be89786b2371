import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton, toast, usePrompt } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import type { TransferResponse } from "../../../api/types/transfers"
import { useDeleteTransfer, useDuplicateTransfer } from "../../hooks/api/use-transfer-step"
import { useFailureText } from "../../hooks/use-failure-text"
import { useTransferRights } from "../../hooks/use-transfer-rights"
import { historyParams } from "../../lib/history-query"
import { withNames } from "../../lib/names"
import { newKey } from "../../lib/new-key"
import { actionsOf, type TransferAction } from "../../lib/transfer-actions"
import { namesOfTransfer } from "../../lib/transfer-names"

interface TransferMenuProps {
  answer: TransferResponse
  /** Opens the form that ends what is outstanding. */
  end: (how: "cancel" | "close") => void
}

/** What else can be done with a transfer. */
export function TransferMenu({ answer, end }: TransferMenuProps) {
  const { t } = useTranslation("stockroom")
  const prompt = usePrompt()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const obstacleTo = useTransferRights(answer)
  const { id, number, status } = answer.transfer
  const duplicate = useDuplicateTransfer(id)
  const forget = useDeleteTransfer(id)
  /** Pressed twice, it is duplicated once. */
  const key = useRef(newKey())

  const page = `/inventory/transfers/${id}`
  const actions = actionsOf(status)
  const tell = (title: string) => (error: unknown) =>
    toast.error(title, { description: withNames(failureText(error), namesOfTransfer(answer)) })

  function copy(): void {
    duplicate.mutate(
      { idempotency_key: key.current },
      {
        onSuccess: ({ transfer }) => {
          key.current = newKey()
          toast.success(t("transfers.duplicated", { number: transfer.number }))
          void navigate(`/inventory/transfers/${transfer.id}`)
        },
        onError: tell(t("transfers.notDuplicated")),
      }
    )
  }

  async function askToDelete(): Promise<void> {
    const sure = await prompt({
      title: t("transfers.delete.title", { number }),
      description: t("transfers.delete.question"),
      confirmText: t("transfers.actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (sure) {
      forget.mutate(undefined, {
        onSuccess: () => {
          toast.success(t("transfers.delete.done", { number }))
          void navigate("/inventory/transfers", { replace: true })
        },
        onError: tell(t("transfers.delete.failed")),
      })
    }
  }

  const item = (action: TransferAction, label: string, onSelect: () => void) => {
    const obstacle = obstacleTo(action)
    return (
      actions.includes(action) && (
        <DropdownMenu.Item disabled={obstacle !== null} onSelect={onSelect}>
          <div className="flex flex-col">
            <span>{label}</span>
            {obstacle && <span className="txt-compact-xsmall whitespace-normal">{obstacle}</span>}
          </div>
        </DropdownMenu.Item>
      )
    )
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("transfers.actions.more")}
          isLoading={duplicate.isPending || forget.isPending}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" className="max-w-72">
        {status !== "draft" &&
          item("edit", t("transfers.actions.editDetails"), () => void navigate(`${page}/edit`))}
        {/* A transfer's items as a file: entries that lead to the form's import and export go here. */}
        {item("duplicate", t("transfers.actions.duplicate"), copy)}
        <DropdownMenu.Item onSelect={() => void navigate(`${page}/print`)}>
          {t("transfers.actions.print")}
        </DropdownMenu.Item>
        {status !== "draft" && (
          <DropdownMenu.Item
            onSelect={() =>
              void navigate(`/inventory/history?${historyParams({ transfer_id: [id] }).toString()}`)
            }
          >
            {t("transfers.actions.history")}
          </DropdownMenu.Item>
        )}
        {(actions.includes("cancel") || actions.includes("delete")) && <DropdownMenu.Separator />}
        {item("close", t("transfers.actions.close"), () => end("close"))}
        {item("cancel", t("transfers.actions.cancel"), () => end("cancel"))}
        {item("delete", t("transfers.actions.delete"), () => void askToDelete())}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
