import { execFileSync } from 'node:child_process'
import type { Tab } from '../e2e/window.ts'
import type { Reader } from './reader.ts'

/** What was said between two moments that have a name. */
export type Passage = { readonly title: string; readonly lines: readonly string[] }

export type Listening = ReturnType<typeof listen>

/** As it is compared: spaces of all kinds, and full stops that Orca adds, are not what one hears. */
const plain = (text: string) => text.replaceAll(/[\s.,]+/g, ' ').trim()

/** Whether `text` is heard within `lines`, wherever Orca parts them. */
export function isHeard(lines: readonly string[], text: string): boolean {
  return plain(lines.join(' ')).includes(plain(text))
}

/** A page in a window, read by `reader`: what is said stands in the passages, in order. */
export function listen(reader: Reader, window: Tab, env: NodeJS.ProcessEnv) {
  const passages: { title: string; lines: string[] }[] = []
  const faults: string[] = []
  const keep = (lines: readonly string[]) => {
    passages.at(-1)?.lines.push(...lines)
    return lines
  }
  const fault = (what: string) => void faults.push(`${passages.at(-1)?.title}: ${what}`)
  const press = async (...keys: readonly string[]) => keep(await reader.press(...keys))
  return {
    faults,
    passages,
    press,
    focused: window.focused,
    type: (text: string) => reader.type(text),
    begin: (title: string) => passages.push({ title, lines: [] }),
    /** What was said since the passage began. */
    since: () => passages.at(-1)?.lines ?? [],
    hold(fact: boolean, otherwise: string) {
      if (!fact) fault(otherwise)
    },
    /** Enters the page, as Teams gives it the focus: at its margin, where nothing is pressed. */
    enter() {
      const found = execFileSync('xdotool', ['search', '--onlyvisible', '--class', 'chromium'], { env })
      const place = [
        'mousemove',
        '--window',
        String(found).trim().split('\n').at(-1) ?? '',
        '8',
        '700',
        'click',
        '1',
      ]
      return reader.heard(() => execFileSync('xdotool', place, { env }))
    },
    /** Goes to the top, and has all of it read. */
    async readAll() {
      await reader.press('ctrl+Home')
      return keep(await reader.press('KP_Add'))
    },
    /** Presses Tab until `name` has the focus; each stop on the way must be spoken with its name. */
    async tabTo(name: string) {
      for (let stop = 0; stop < 80; stop++) {
        const lines = await press('Tab')
        // The mark of a required field is drawn; the state is spoken.
        const held = (await window.focus()).replace(/\*$/, '')
        if (held === '') continue
        if (!isHeard(lines, held)) fault(`«${held}» is reached and not spoken: ${lines.join(' | ')}`)
        if (held === name) return
      }
      throw new Error(`no «${name}» among 80 stops`)
    },
  }
}
