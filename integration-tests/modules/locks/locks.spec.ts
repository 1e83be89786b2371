import { describeLocks } from "./contract"

describeLocks("Medusa's in-memory locks", {
  options: { backend: "in-memory" },
  waitsToAcquire: true,
  expires: true,
})

describeLocks("Medusa's Postgres locks", {
  options: { backend: "postgres" },
  waitsToAcquire: false,
  expires: false,
})
