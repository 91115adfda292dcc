import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/machine/port.ts'
import { startFirefox } from './bidi.ts'
import type { Engine } from './engine.ts'
import { type EngineName, GTK_BROWSER, WPE_BROWSER } from './packages.ts'
import { driven, end } from './webdriver.ts'

async function startWpe(): Promise<Engine> {
  const args = ['--automation', '--headless']
  return driven(
    {
      name: 'WPE WebKit',
      program: '/usr/bin/WPEWebDriver',
      capabilities: { 'wpe:browserOptions': { binary: WPE_BROWSER, args } },
    },
    await freePort(),
  )
}

/** A display that nobody sees, of a number that no other has: what `-displayfd` writes. */
async function openDisplay() {
  const child = spawn(
    '/usr/bin/Xvfb',
    ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  const [, , , numbers] = child.stdio
  let number = ''
  for await (const chunk of numbers as AsyncIterable<Buffer>) {
    number += chunk
    if (number.endsWith('\n')) break
  }
  return { name: `:${number.trim()}`, close: () => end(child) }
}

async function startWebkit(): Promise<Engine> {
  const display = await openDisplay()
  const args = ['--automation', '--geometry=1300x860']
  const engine = await driven(
    {
      name: 'WebKitGTK',
      program: '/usr/bin/WebKitWebDriver',
      capabilities: { 'webkitgtk:browserOptions': { binary: GTK_BROWSER, args } },
      env: { DISPLAY: display.name, GDK_BACKEND: 'x11' },
    },
    await freePort(),
  )
  const close = async () => {
    await engine.close()
    await display.close()
  }
  return { ...engine, close }
}

/** Starts an engine that `install` has brought. */
export const start: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  wpe: startWpe,
  webkit: startWebkit,
  firefox: () => startFirefox('/usr/bin/firefox-esr', mkdtempSync(join(tmpdir(), 'faire-firefox-'))),
}
