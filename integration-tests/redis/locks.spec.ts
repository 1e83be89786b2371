import { describeLocks } from "../modules/locks/contract"

describeLocks("Medusa's Redis locks", {
  options: {
    backend: "redis",
    redisUrl: process.env.REDIS_URL ?? "",
    namespace: `stockroom_test_${process.pid}:`,
  },
  waitsToAcquire: true,
  expires: true,
})
