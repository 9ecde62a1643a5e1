import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { type IncomingHttpHeaders, request as sendRequest } from 'node:http'
import { todayInParis } from './words.ts'

/** What came back, with its headers as they were sent. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
}

export interface Sending {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Plain HTTP, without the habits of a browser or of `fetch`. */
export async function sends(port: number, sending: Sending): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const request = sendRequest(
      {
        host: '127.0.0.1',
        port,
        method: sending.method,
        path: sending.path,
        headers: sending.headers,
        agent: false,
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: jsonOf(text) })
        })
        answer.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(sending.body)
  })
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

export type Json = Readonly<Record<string, unknown>>

/**
 * A device that is not a browser: it enrols and signs by the written protocol (5-security § 5.11), so that the server
 * is tried with requests that the product's own client would never make.
 */
export class DeviceClient {
  readonly #port: () => number
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  writer = anId()
  id = ''
  site = ''
  network = ''
  member = ''
  /** The place its visits stand in; the caller makes it. */
  place = ''
  incarnation = 1
  #seq = 0

  constructor(port: () => number) {
    this.#port = port
  }

  get privateKey(): KeyObject {
    return this.#keys.privateKey
  }

  async claims(door: string, secret: string): Promise<Answer> {
    const claim = createHash('sha256').update(`permanence/1/claim|${secret}`).digest('base64url')
    const answer = await sends(this.#port(), {
      method: 'POST',
      path: '/api/v1/enrol/claim',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ door, claim, publicKey: this.#publicKey() }),
    })
    const { device, site, network, founder, incarnation } = answer.json
    if (typeof device === 'string') this.id = device
    if (typeof site === 'string') this.site = site
    if (typeof network === 'string') this.network = network
    if (typeof founder === 'string') this.member = founder
    if (typeof incarnation === 'number') this.incarnation = incarnation
    return answer
  }

  /** The raw point, as keys travel. */
  #publicKey(): string {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
    return point.toString('base64url')
  }

  /** Lets another device in: the fragment of its link (SEC-62). */
  async opensTheDoor(): Promise<string> {
    const id = anId()
    const secret = randomBytes(16).toString('base64url')
    const digestOf = (text: string): string => {
      const claim = createHash('sha256').update(`permanence/1/claim|${text}`).digest()
      return createHash('sha256').update(claim).digest('base64url')
    }
    const answer = await this.signs(
      {
        method: 'POST',
        path: '/api/v1/enrol',
        body: JSON.stringify({
          id,
          hand: '7K4M',
          linkDigest: digestOf(secret),
          handDigest: digestOf('2QRT9XWB3HJD'),
          label: 'Tablette 2',
          use: 'staff',
          by: this.member,
        }),
      },
      { nonce: randomBytes(16).toString('base64url') },
    )
    if (answer.status !== 200) throw new Error(`the door stays closed: ${answer.status} ${answer.text}`)
    return `#e=${id}.${secret}`
  }

  /** An operation ready to be pushed, with the next place in this writer's sequence. */
  operation(over: Json = {}): Json {
    this.#seq += 1
    return {
      id: anId(),
      seq: this.#seq,
      kind: 'visit',
      schema: 1,
      record: anId(),
      base: 0,
      day: todayInParis(),
      by: this.member,
      ...over,
    }
  }

  /** The sequence goes back: what a refused request had taken is taken again. */
  rewinds(places: number): void {
    this.#seq -= places
  }

  async pushes(operations: readonly unknown[], over: Json = {}): Promise<Answer> {
    return await this.signs({
      method: 'POST',
      path: '/api/sync/v1/operations',
      body: JSON.stringify({ incarnation: this.incarnation, writer: this.writer, operations, ...over }),
    })
  }

  async pulls(cursor = ''): Promise<Answer> {
    const query = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`
    return await this.signs({ method: 'GET', path: `/api/sync/v1/changes${query}` })
  }

  /** Signs as SEC-65 says; `tamper` changes the headers afterwards. */
  async signs(
    sending: Sending,
    { created = Math.floor(Date.now() / 1000), nonce, tamper }: SigningOptions = {},
  ): Promise<Answer> {
    const [path = '', query] = sending.path.split('?')
    const digest = createHash('sha256')
      .update(sending.body ?? '')
      .digest('base64')
    const end = nonce === undefined ? '' : `;nonce="${nonce}"`
    const params = `("@method" "@path" "@query" "content-digest" "content-type");created=${created};keyid="${this.id}";alg="ecdsa-p256-sha256";tag="permanence-1"${end}`
    const base = [
      `"@method": ${sending.method}`,
      `"@path": ${path}`,
      `"@query": ?${query ?? ''}`,
      `"content-digest": sha-256=:${digest}:`,
      '"content-type": application/json',
      `"@signature-params": ${params}`,
    ].join('\n')
    const signature = sign('sha256', Buffer.from(base), {
      key: this.#keys.privateKey,
      dsaEncoding: 'ieee-p1363',
    }).toString('base64')
    const headers: Record<string, string> = {
      'permanence-protocol': '1',
      'content-type': 'application/json',
      'content-digest': `sha-256=:${digest}:`,
      'signature-input': `d=${params}`,
      signature: `d=:${signature}:`,
      ...sending.headers,
    }
    return await sends(this.#port(), { ...sending, headers: tamper?.(headers) ?? headers })
  }
}

export interface SigningOptions {
  readonly created?: number
  readonly nonce?: string
  readonly tamper?: (headers: Record<string, string>) => Record<string, string>
}

/** An id of the written shape: the day, then random bits (SYN-43). */
export function anId(day = todayInParis()): string {
  const stamp = Date.parse(`${day}T00:00:00Z`).toString(16).padStart(12, '0')
  const random = randomBytes(10).toString('hex')
  const variant = '89ab'.charAt(Number.parseInt(random.charAt(3), 16) % 4)
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
}
