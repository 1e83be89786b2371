import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { LINK } from "../../lib/link-style"
import { PrintStyles } from "./print-styles"

interface PrintSheetProps {
  title: string
  /** Where the way back leads. */
  back: string
  /** Everything that the paper shows is there. */
  isReady: boolean
  children: ReactNode
}

/** A sheet of paper, and above it what prints it. */
export function PrintSheet({ title, back, isReady, children }: PrintSheetProps) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col gap-y-3">
      <PrintStyles />
      <Container className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div className="min-w-0">
          <Text size="xsmall" className="text-ui-fg-subtle">
            <Link className={LINK} to={back}>
              {t("transfers.backToIt")}
            </Link>
          </Text>
          <Heading className="break-words">{title}</Heading>
        </div>
        <Button size="small" disabled={!isReady} onClick={() => window.print()}>
          {t("transfers.print.action")}
        </Button>
      </Container>
      <div className="stockroom-paper shadow-elevation-card-rest w-full max-w-[820px] self-center rounded-lg p-10">
        {children}
      </div>
    </div>
  )
}
