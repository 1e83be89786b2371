import type { NamedLocationSettings } from "../../src/api/types/location"
import { draftOf, type LocationDraft, readLocationDraft } from "../../src/admin/lib/location-draft"

const BERLIN: NamedLocationSettings = {
  id: "sloc_1",
  name: "Berlin",
  active: true,
  priority: 2,
  kind: "store",
  latitude: 52.52,
  longitude: 13.4,
  lead_time_days: null,
  sales_channel_ids: [],
}

describe("a location's settings as they are typed", () => {
  it.each(["en", "de"])("are read as they were written, in %s", (locale) => {
    expect(readLocationDraft(draftOf(BERLIN, locale), locale)).toEqual({
      request: {
        kind: "store",
        priority: 2,
        latitude: 52.52,
        longitude: 13.4,
        lead_time_days: null,
      },
      problems: [],
    })
  })

  it.each([
    [{ priority: "" }, { field: "priority", says: "missing" }],
    [{ priority: "1.5" }, { field: "priority", says: "no_whole_number" }],
    [{ priority: "first" }, { field: "priority", says: "no_number" }],
    [{ latitude: "91" }, { field: "latitude", says: "out_of_range", least: "−90", most: "90" }],
    [{ longitude: "" }, { field: "longitude", says: "needs_both" }],
    [{ leadTime: "4000" }, { field: "leadTime", says: "out_of_range", least: "0", most: "3650" }],
  ] as [Partial<LocationDraft>, object][])("%j has a problem", (part, problem) => {
    const { problems } = readLocationDraft({ ...draftOf(BERLIN, "en"), ...part }, "en")
    expect(problems).toEqual([problem])
  })
})
