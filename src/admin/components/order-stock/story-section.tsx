import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import type { OrderStockResponse } from "../../../api/types/order-stock"
import type { UnitsByItem } from "../../../api/types/units"
import { useFormats } from "../../hooks/use-formats"
import { useUnitText } from "../../hooks/use-unit-text"
import { itemName, locationName } from "../../lib/names"
import { type Sentence, sentencesOf } from "../../lib/story"
import { SectionHeading } from "../section-heading"

type Event = OrderStockResponse["order_stock"]["events"][number]

/** What the story's items are called and measured in. */
interface About {
  names: Names
  units: UnitsByItem
}

/** As many events as fit beside the rest of the page; older ones on demand. */
const AT_FIRST = 8

/** What has happened to the order's stock, oldest first. */
export function StorySection({ events, ...about }: { events: Event[] } & About) {
  const { t } = useTranslation("stockroom")
  const [whole, setWhole] = useState(false)
  const hidden = whole ? 0 : Math.max(0, events.length - AT_FIRST)
  return (
    <div className="flex flex-col items-start gap-y-2 px-6 py-4">
      <SectionHeading>{t("order.story")}</SectionHeading>
      {hidden > 0 && (
        <Button variant="transparent" size="small" onClick={() => setWhole(true)}>
          {t("order.earlier", { count: hidden })}
        </Button>
      )}
      <ol className="flex flex-col gap-y-3">
        {events.slice(hidden).map((event) => (
          <StoryEvent key={event.movement_ids[0]} event={event} {...about} />
        ))}
      </ol>
    </div>
  )
}

function StoryEvent({ event, ...about }: { event: Event } & About) {
  const { t } = useTranslation("stockroom")
  const { moment } = useFormats()
  const who = about.names.users[event.actor_id ?? ""] ?? t(`actors.${event.actor_type}`)
  const why = [
    event.reason && t(`reasons.${event.reason}`, { defaultValue: event.reason }),
    event.note,
  ].filter(Boolean)
  return (
    <li className="border-ui-border-strong border-l-2 pl-3">
      {sentencesOf(event).map((sentence, index) => (
        <StorySentence key={index} sentence={sentence} {...about} />
      ))}
      {why.length > 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {why.join(": ")}
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle">
        <time dateTime={event.at}>{moment(event.at)}</time>
        {" · "}
        {who}
      </Text>
    </li>
  )
}

function StorySentence({ sentence, names, units }: { sentence: Sentence } & About) {
  const { t } = useTranslation("stockroom")
  const { quantity, change } = useUnitText()
  const write = sentence.says === "changed" ? change : quantity
  const stateName = (state: string | undefined) =>
    state && t(`statesInText.${state}`, { defaultValue: state })
  return (
    <Text size="small" className="break-words">
      {t(`story.${sentence.says}`, {
        quantity: write(sentence.itemId, units, sentence.quantity),
        item: itemName(names, sentence.itemId),
        location: locationName(names, sentence.locationId),
        to: sentence.toLocationId && locationName(names, sentence.toLocationId),
        state: stateName(sentence.state),
        toState: stateName(sentence.toState),
      })}
    </Text>
  )
}
