import { once } from "node:events"
import { connect } from "node:net"

/** Gives the tests' Redis a command of its own, and waits for the answer's last line. */
export async function redis(command: string): Promise<string> {
  const { hostname, port } = new URL(process.env.REDIS_URL ?? "")
  const socket = connect(Number(port), hostname)
  socket.write(`${command}\r\n`)
  const [answer] = (await once(socket, "data")) as [Buffer]
  socket.destroy()
  return answer.toString().trim().split("\r\n").pop() ?? ""
}
