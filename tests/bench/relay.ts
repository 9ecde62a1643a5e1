import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Passes bytes to a server and counts them, headers and all, as the line would. */
export class Relay {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #up = 0
  #down = 0

  private constructor(port: number) {
    this.#server = createServer((near) => {
      const far = connect(port, '127.0.0.1')
      near.on('data', (bytes) => {
        this.#up += bytes.length
      })
      far.on('data', (bytes) => {
        this.#down += bytes.length
      })
      for (const socket of [near, far]) {
        this.#sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('close', () => {
          this.#sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far)
      far.pipe(near)
    })
  }

  static async start(port: number): Promise<Relay> {
    const relay = new Relay(port)
    await new Promise<void>((resolve) => relay.#server.listen(0, '127.0.0.1', resolve))
    return relay
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Bytes since the last time it was asked. */
  taken(): { readonly up: number; readonly down: number } {
    const taken = { up: this.#up, down: this.#down }
    this.#up = 0
    this.#down = 0
    return taken
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }
}
