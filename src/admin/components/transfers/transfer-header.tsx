import { Button, Heading, Text, Tooltip } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { TransferResponse } from "../../../api/types/transfers"
import { useTransferRights } from "../../hooks/use-transfer-rights"
import { LINK } from "../../lib/link-style"
import { actionsOf } from "../../lib/transfer-actions"
import { routeNames } from "../../lib/transfer-names"
import { EndDrawer } from "./end-drawer"
import { SendDrawer } from "./send-drawer"
import { TransferMenu } from "./transfer-menu"
import { TransferStatus } from "./transfer-status"

/** A transfer's number, status and route, and what can be done with it. */
export function TransferHeader({ answer }: { answer: TransferResponse }) {
  const { t } = useTranslation("stockroom")
  const [opened, setOpened] = useState<"send" | "cancel" | "close" | null>(null)
  const obstacleTo = useTransferRights(answer)
  const { transfer } = answer
  const page = `/inventory/transfers/${transfer.id}`
  const actions = actionsOf(transfer.status)
  const drawer = { answer, onOpenChange: (open: boolean) => !open && setOpened(null) }
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div className="min-w-0">
        <Text size="xsmall" className="text-ui-fg-subtle">
          <Link className={LINK} to="/inventory/transfers">
            {t("transfers.title")}
          </Link>
        </Text>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading>{transfer.number}</Heading>
          <TransferStatus status={transfer.status} />
        </div>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("transfers.fromTo", routeNames(answer))}
        </Text>
      </div>
      <div className="flex items-center gap-x-2">
        {transfer.status === "draft" && (
          <LinkTo path={`${page}/edit`} obstacle={obstacleTo("edit")} variant="secondary">
            {t("transfers.actions.edit")}
          </LinkTo>
        )}
        {actions.includes("send") && (
          <Permitted obstacle={obstacleTo("send")}>
            <Button
              size="small"
              disabled={obstacleTo("send") !== null || !transfer.lines.length}
              onClick={() => setOpened("send")}
            >
              {t("transfers.actions.send")}
            </Button>
          </Permitted>
        )}
        {actions.includes("receive") && (
          <LinkTo path={`${page}/receive`} obstacle={obstacleTo("receive")}>
            {t("transfers.actions.receive")}
          </LinkTo>
        )}
        <TransferMenu answer={answer} end={setOpened} />
      </div>
      <SendDrawer {...drawer} open={opened === "send"} />
      <EndDrawer {...drawer} how="cancel" open={opened === "cancel"} />
      <EndDrawer {...drawer} how="close" open={opened === "close"} />
    </div>
  )
}

interface LinkToProps {
  path: string
  obstacle: string | null
  variant?: "primary" | "secondary"
  children: string
}

function LinkTo({ path, obstacle, variant = "primary", children }: LinkToProps) {
  return obstacle ? (
    <Permitted obstacle={obstacle}>
      <Button size="small" variant={variant} disabled>
        {children}
      </Button>
    </Permitted>
  ) : (
    <Button size="small" variant={variant} asChild>
      <Link to={path}>{children}</Link>
    </Button>
  )
}

interface PermittedProps {
  /** Why it is not allowed; null where it is. */
  obstacle: string | null
  children: JSX.Element
}

/** A button that may not be pressed says why. */
function Permitted({ obstacle, children }: PermittedProps) {
  return obstacle ? (
    <Tooltip content={obstacle}>
      <span tabIndex={0} className="focus-visible:shadow-borders-focus rounded-md outline-none">
        {children}
      </span>
    </Tooltip>
  ) : (
    children
  )
}
