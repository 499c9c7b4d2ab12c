import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** What the browser answers to a command, or tells of its own accord. */
export type Told = Readonly<Record<string, unknown>>

/** A running browser that takes commands of the DevTools protocol through a pipe: it needs no port and no package. */
export interface Connection {
  /** Gives the answer to a command; `session` is the page that it is for. */
  readonly send: (method: string, params?: Told, session?: string) => Promise<Told>
  /** Hears of every event of a page. */
  readonly listen: (session: string, hear: (method: string, params: Told) => void) => void
  readonly close: () => Promise<void>
}

/** Starts a browser with a profile in `folder` that forgets everything. It resolves no name, so that nothing can leave. */
export function startBrowser(program: string, folder: string): Connection {
  const browser = spawn(program, [...switches, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const [, , , into, from] = browser.stdio as unknown as [null, null, null, Writable, Readable]
  const waiting = new Map<number, { readonly resolve: (told: Told) => void; readonly reject: (error: Error) => void }>()
  const listeners = new Map<string, (method: string, params: Told) => void>()
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  browser.on('error', fail)
  browser.on('exit', (code) => fail(new Error(`The browser ended with ${code}.`)))
  messages(from, (message) => {
    const { id, method, params = {}, sessionId = '', result = {}, error } = message as Message
    if (id === undefined) return listeners.get(sessionId)?.(method ?? '', params)
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.reject(new Error(`${error.message} (${error.code})`))
    else asked?.resolve(result)
  })
  let last = 0
  const send: Connection['send'] = (method, params = {}, session) => {
    const id = ++last
    into.write(`${JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })}\0`)
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
  }
  return {
    send,
    listen: (session, hear) => listeners.set(session, hear),
    close: async () => {
      const done = ended(browser)
      // It may be gone before it answers.
      await send('Browser.close').catch(() => undefined)
      await done
    },
  }
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Told
  readonly sessionId?: string
  readonly result?: Told
  readonly error?: { readonly code: number; readonly message: string }
}

const switches = [
  '--headless=new',
  '--remote-debugging-pipe',
  // Build machines run tests as root, where Chromium's own sandbox refuses to start.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** Messages are JSON, each ended by NUL. */
function messages(from: Readable, hear: (message: unknown) => void): void {
  let pieces: Buffer[] = []
  from.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      hear(JSON.parse(Buffer.concat([...pieces, chunk.subarray(start, end)]).toString()))
      pieces = []
      start = end + 1
    }
    pieces.push(chunk.subarray(start))
  })
}

function ended(browser: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (browser.exitCode !== null || browser.signalCode !== null) return resolve()
    browser.once('exit', () => resolve())
  })
}
