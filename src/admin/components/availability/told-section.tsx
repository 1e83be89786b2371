import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { TOLD_PAGE, useToldOfProduct } from "../../hooks/api/use-availability"
import { useChannelNames } from "../../hooks/api/use-channel-names"
import type { Estimate } from "../../lib/estimate-draft"
import { SelectField } from "../fields/select-field"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { Pages } from "../pages"
import { SectionHeading } from "../section-heading"
import { ToldVariant } from "./told-variant"

/** What the shoppers of a sales channel are told of a product now. */
export function ToldSection({
  productId,
  estimates,
}: {
  productId: string
  estimates: Estimate[]
}) {
  const { t } = useTranslation("stockroom")
  const [channelId, setChannelId] = useState<string | null>(null)
  const [page, setPage] = useState(0)
  const channels = useChannelNames().data ?? []
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useToldOfProduct(
    productId,
    channelId,
    page
  )
  const told = data?.told
  return (
    <section aria-label={t("availability.told.title")} aria-busy={isPlaceholderData}>
      <div className="flex flex-col gap-y-3 px-6 pt-4 pb-2">
        <SectionHeading>{t("availability.told.title")}</SectionHeading>
        {told && channels.length > 1 && (
          <SelectField
            label={t("availability.told.channel")}
            choices={channels.map(({ id, name }) => ({ value: id, label: name }))}
            value={channelId ?? told.sales_channel_id ?? ""}
            onChange={(chosen) => {
              setChannelId(chosen)
              setPage(0)
            }}
          />
        )}
      </div>
      {isPending && <LoadingRows rows={3} />}
      {isError && !data && (
        <LoadFailure title={t("availability.told.error")} error={error} retry={refetch} />
      )}
      {told && <Remark text={remarkOn(told, data.count)} />}
      {told && told.variants.length > 0 && (
        <ul className="divide-y pb-2" aria-label={t("availability.told.list")}>
          {told.variants.map((variant) => (
            <ToldVariant
              key={variant.variant_id}
              variant={variant}
              names={data.names}
              byDefault={estimates.find((one) => one.is_default)?.id}
            />
          ))}
        </ul>
      )}
      {data && <Pages page={page} size={TOLD_PAGE} count={data.count} onChange={setPage} />}
    </section>
  )

  function remarkOn(
    { sales_channel_id, not_for_sale }: NonNullable<typeof told>,
    count: number
  ): string | null {
    if (!count) {
      return t("availability.told.noVariants")
    }
    if (!sales_channel_id) {
      return t("availability.told.noChannel")
    }
    return not_for_sale && t(`availability.told.notForSale.${not_for_sale}`)
  }
}

function Remark({ text }: { text: string | null }) {
  return text === null ? null : (
    <Text size="small" className="text-ui-fg-subtle px-6 py-2">
      {text}
    </Text>
  )
}
