/** What to order, and how it comes about. */
export default {
  report: {
    subtitle:
      "What is low or will be before new stock could arrive, how long it lasts, and how much to order.",
    tabsLabel: "Stock by urgency",
    all: "All",
    toOrder: "To order",
    status: {
      low: "Low",
      soon: "Low soon",
      ok: "Enough",
    },
    days: "Days of sales",
    cover_days: "Order for days",
    noDays: "Between 1 and {{most}}.",
    export: "Export CSV",
    exportFailed: "The report could not be exported.",
    error: "The report could not be loaded.",
    empty: {
      order: "Nothing has to be ordered",
      low: "Nothing is low",
      soon: "Nothing will be low soon",
      ok: "There is not enough of anything that is watched",
      all: "Nothing is watched yet",
    },
    emptyHint: "The report tells of what the rules watch.",
    noMatch: "Nothing that is watched matches",
    incoming: "+ {{quantity}} incoming",
    why: "Why",
    whyOf: "Why: {{item}}",
    copyOf: "Copy the quantity to order: {{item}}",
    transfer: "Draft a transfer",
    transferOf: "Draft a transfer: {{item}}",
  },
  /** Each step of the calculation, with its numbers; days come as a text such as “30 days”. */
  arithmetic: {
    sold: {
      name: "Sold per day",
      says: "{{sold}} sold ÷ {{days}} = {{per_day}} a day",
    },
    unsold: {
      name: "Sold per day",
      says: "Nothing was sold (looked at: {{days}})",
    },
    cover: {
      name: "Lasts",
      says: "{{available}} available ÷ ({{sold}} sold ÷ {{days}}) = {{cover}}",
    },
    demand: {
      name: "Sold until new stock arrives",
      says: "{{sold}} sold ÷ {{days}} × {{lead_time}} of lead time = {{demand}}",
    },
    low: {
      name: "Low",
      says: "{{available}} available ≤ {{threshold}}, from which it is low",
    },
    soon: {
      name: "Low soon",
      says: "{{available}} available − {{demand}} ≤ {{threshold}}, from which it is low",
    },
    ok: {
      name: "Enough",
      says: "It does not fall to {{threshold}} before new stock could arrive",
    },
    target: {
      name: "Up to how much",
      says: "{{threshold}} + {{sold}} sold ÷ {{days}} × {{cover_days}} = {{target}}",
    },
    fixedTarget: {
      name: "Up to how much",
      says: "{{target}}, as the rule says",
    },
    order: {
      name: "To order",
      says: "{{target}} − ({{available}} available + {{incoming}} incoming − {{demand}}) = {{order}}",
    },
    nothing: {
      name: "To order",
      says: "Nothing: {{target}} − ({{available}} available + {{incoming}} incoming − {{demand}}) is not above 0",
    },
    rounded: "What is sold is rounded up to as many decimals as the other quantities have.",
  },
}
