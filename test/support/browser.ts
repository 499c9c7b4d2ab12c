import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe } from 'vitest'
import { type Connection, startBrowser, type Told } from './browser-connection.ts'

/** The Chromium that tests open pages in: `RDS_LINT_CHROMIUM`, or a `chromium` on the path; undefined without one. */
export const chromium: string | undefined = process.env.RDS_LINT_CHROMIUM || onPath()

/** How a page is opened. */
export interface PageOptions {
  /** Whether scripts run; they do unless told otherwise. */
  readonly script?: boolean
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** What follows the address, with its `#`. */
  readonly hash?: string
}

/** A page that is open. */
export interface Page {
  /** Gives what an expression comes to in the page. */
  readonly evaluate: <T>(expression: string) => Promise<T>
  /** Every address that the page asked for, its own first. */
  readonly requests: readonly string[]
  /** What the page said in its console, dialogs that it opened, and what its policy refused. */
  readonly said: readonly string[]
  readonly press: (key: string) => Promise<void>
  /** Shows the page as on a screen or on paper. */
  readonly media: (media: 'screen' | 'print', scheme?: 'light' | 'dark') => Promise<void>
  readonly picture: (from?: number, height?: number) => Promise<Buffer>
  readonly pdf: () => Promise<Buffer>
}

/** Gives a page for a document. */
export type Open = (document: string, options?: PageOptions) => Promise<Page>

/** Describes tests that look at pages in a real browser; without one they are skipped and say so. */
export function describeBrowser(title: string, tests: (open: Open) => void): void {
  const name = chromium === undefined ? `${title} (skipped: no browser)` : title
  describe.skipIf(chromium === undefined)(name, { timeout: 120_000 }, () => {
    let folder = ''
    let connection: Connection | undefined
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'rds-lint-'))
      connection = startBrowser(chromium ?? 'chromium', join(folder, 'profile'))
    })
    afterAll(async () => {
      await connection?.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    })
    let pages = 0
    tests((document, options) => {
      if (connection === undefined) throw new Error('The browser has not started yet.')
      const file = join(folder, `page-${++pages}.html`)
      writeFileSync(file, document)
      return openPage(connection, pathToFileURL(file).href, options)
    })
  })
}

/** Opens an address in a page of its own. */
export async function openPage(
  { send, listen }: Connection,
  address: string,
  options: PageOptions = {},
): Promise<Page> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  const requests: string[] = []
  const said: string[] = []
  const loaded = new Promise<void>((resolve) => {
    listen(session, (method, params) => {
      if (method === 'Page.loadEventFired') resolve()
      if (method === 'Network.requestWillBeSent') requests.push(urlOf(params.request))
      if (method === 'Runtime.consoleAPICalled' || method === 'Log.entryAdded') said.push(JSON.stringify(params))
      if (method === 'Runtime.exceptionThrown' || method === 'Page.javascriptDialogOpening')
        said.push(JSON.stringify(params))
    })
  })
  const ask = (method: string, params?: Told) => send(method, params, session)
  for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await ask(`${domain}.enable`)
  const { script = true, scheme = 'light', width = 1280, height = 900, hash = '' } = options
  await ask('Emulation.setScriptExecutionDisabled', { value: !script })
  await ask('Emulation.setScrollbarsHidden', { hidden: true })
  await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  const media = (name: 'screen' | 'print', wanted: 'light' | 'dark' = scheme) =>
    ask('Emulation.setEmulatedMedia', {
      media: name,
      features: [{ name: 'prefers-color-scheme', value: wanted }],
    }).then(() => undefined)
  await media('screen')
  await ask('Page.navigate', { url: address + hash })
  await loaded
  return {
    requests,
    said,
    media,
    evaluate: async <T>(expression: string) => {
      const told = await ask('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
      if (told.exceptionDetails) throw new Error(JSON.stringify(told.exceptionDetails))
      return (told.result as { readonly value: T }).value
    },
    press: async (key) => {
      const typed = key.length === 1 ? { text: key } : key === 'Enter' ? { text: '\r' } : {}
      const code = { Tab: 9, Enter: 13, ' ': 32, ArrowDown: 40 }[key]
      const event = { key, ...typed, ...(code === undefined ? {} : { windowsVirtualKeyCode: code }) }
      await ask('Input.dispatchKeyEvent', { type: 'keyDown', ...event })
      await ask('Input.dispatchKeyEvent', { type: 'keyUp', key })
    },
    picture: async (from = 0, high = 16_000) => {
      const { cssContentSize } = (await ask('Page.getLayoutMetrics')) as unknown as Metrics
      const { width: wide, height: whole } = cssContentSize
      const clip = { x: 0, y: from, width: wide, height: Math.min(whole - from, high), scale: 1 }
      return data(await ask('Page.captureScreenshot', { clip, captureBeyondViewport: true }))
    },
    pdf: async () => {
      // An emulated screen would print as one.
      await media('print')
      return data(await ask('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69, preferCSSPageSize: true }))
    },
  }
}

interface Metrics {
  readonly cssContentSize: { readonly width: number; readonly height: number }
}

function data(told: Told): Buffer {
  return Buffer.from(String(told.data), 'base64')
}

function urlOf(request: unknown): string {
  return String((request as { readonly url: string }).url)
}

function onPath(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'chromium'))
    .find((path) => existsSync(path))
}
