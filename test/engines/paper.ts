import { execFileSync } from 'node:child_process'
import type { Scene } from '../e2e/screens/scene.ts'
import { READY } from '../e2e/window.ts'
import type { Engine } from './engine.ts'
import { pageWindow } from './page-window.ts'
import { hostAddress } from './pages.ts'

/** The figures of a Direction on paper, as a browser prints a frame alone: as PDF, and what is read of it. */
export async function printDirection(
  engine: Engine,
  front: string,
  scene: Scene,
): Promise<string | undefined> {
  if (!engine.print) return undefined
  const window = pageWindow(engine)
  const url = hostAddress(front, scene, { name: 'direction', tab: 'direction', who: 'manager' })
  await window.open(url)
  await window.until(`isStill(${JSON.stringify(READY.direction)})`, 'the tab of a Direction')
  // What goes onto paper comes after the page.
  await window.until('paper()', 'what goes onto paper')
  const html = await window.ask<string>('paper()')
  await engine.open(`${front}/engines/frame`)
  await engine.value(`document.documentElement.innerHTML = ${JSON.stringify(html)}, 1`)
  const pdf = Buffer.from(await engine.print(), 'base64')
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
}

/** What is wrong with a printed page: no heading, none of its figures, or more paper than anybody wants. */
export function faultOfPaper(text: string): string | undefined {
  const sheets = text.split('\f').filter(sheet => sheet.trim() !== '')
  if (!text.includes('Direction des mobilités')) return 'the paper lacks its heading'
  if (!/\d/.test(text)) return 'the paper lacks its figures'
  if (sheets.length > 8) return `${sheets.length} sheets of paper`
  return undefined
}
