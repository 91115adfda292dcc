import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRender } from '../../../src/cards/render.ts'
import type { CardOf } from '../../../src/kernel/text/card.ts'
import type { Language } from '../../../src/kernel/text/language.ts'
import { allSamples } from '../../cards/samples.ts'
import { chromium as installed } from '../machine/machine.ts'
import { tabLink } from '../workshops/workshops.ts'
import { drawColumn, knowNewElements } from './drawing.ts'
import { hostConfig, PAGE_STYLE, styleSheet, type Theme } from './styles.ts'

type Named = { readonly name: string; readonly card: object }
type Options = {
  readonly width: number
  readonly floor: boolean
  readonly file: string
  /** Both, light first, unless said otherwise. */
  readonly themes?: readonly Theme[]
  readonly scale?: number
}

const THEMES: readonly Theme[] = ['light', 'dark']
const PARSER = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js')

/** `CalendarLtr` is drawn from @fluentui/react-icons' `calendar-ltr`, as Teams does from its own copy. */
async function drawIcon(name: string, style: string): Promise<string> {
  const file = name.replace(/(?<=.)([A-Z])/g, '-$1').toLowerCase()
  const found = (await import(`@fluentui/react-icons/svg/${file}`)) as Record<string, FunctionComponent>
  const icon = found[`${name}${style}`]
  if (!icon) throw new Error(`Fluent has no icon ${name}${style}`)
  return renderToStaticMarkup(createElement(icon))
}

/** Every icon that the cards name, as SVG by its name and style. @throws Error when Fluent has no such icon. */
async function iconsOf(cards: readonly Named[]): Promise<Record<string, string>> {
  const named = JSON.stringify(cards).matchAll(/\{"type":"Icon"[^}]*\}/g)
  const icons = [...named].map(([text]) => JSON.parse(text) as { name: string; style?: string })
  const pairs = icons.map(async ({ name, style = 'Regular' }) => [
    `${name}${style}`,
    await drawIcon(name, style),
  ])
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>
}

async function photograph(browser: Browser, cards: readonly Named[], options: Options) {
  const { width, floor, file, themes = THEMES, scale = 1.5 } = options
  const page = await browser.newPage({ deviceScaleFactor: scale })
  await page.setContent(`<!doctype html><style>${PAGE_STYLE}${THEMES.map(styleSheet).join('')}</style>`)
  // tsx marks functions with a helper that the page does not have.
  await page.evaluate('globalThis.__name = made => made')
  await page.addScriptTag({ path: PARSER })
  if (!floor) await page.evaluate(knowNewElements, await iconsOf(cards))
  for (const theme of themes) {
    await page.evaluate(drawColumn, { theme, config: hostConfig(theme), width, cards })
  }
  await page.setViewportSize({ width: themes.length * (width + 24), height: 100 })
  await page.screenshot({ path: file, fullPage: true })
}

/** Draws rendered cards, one theme beside the other, `width` CSS pixels wide, into the PNG `file`. */
export async function preview(cards: readonly Named[], options: Options): Promise<void> {
  const executablePath = installed()
  if (!executablePath) throw new Error('Chromium is needed: set CHROMIUM to its path')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    await photograph(browser, cards, options)
  } finally {
    await browser.close()
  }
}

function renderAll(samples: readonly CardOf[], language: Language): Named[] {
  const render = createRender(undefined, tabLink)
  return samples.map(card => ({ name: card.template, card: render(card, language, card.template) }))
}

/**
 * `npx tsx test/support/cards/preview.ts [feature/[room/[card]] …] [--width 360] [--language fr] [--floor]`
 * draws the samples of test/cards/samples/ whose template's name starts so, all without a name, and prints the PNG's
 * path under /tmp/cards. `--floor`: as a client that knows only version 1.5 draws them.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      width: { type: 'string', default: '360' },
      language: { type: 'string', default: 'fr' },
      floor: { type: 'boolean', default: false },
    },
  })
  const language = values.language as Language
  const wanted = allSamples(language).filter(
    card => positionals.length === 0 || positionals.some(start => card.template.startsWith(start)),
  )
  mkdirSync('/tmp/cards', { recursive: true })
  const name = [positionals.join('+').replaceAll('/', '-') || 'all', values.width, language]
  const file = `/tmp/cards/${name.join('-')}${values.floor ? '-floor' : ''}.png`
  await preview(renderAll(wanted, language), { width: Number(values.width), floor: values.floor, file })
  process.stdout.write(`${file}\n`)
}

if (process.argv[1] && basename(resolve(process.argv[1])) === 'preview.ts') await main()
