/** A change to a file that stands: `change` answers its new text. */
export type Entry = { readonly path: string; readonly change: (text: string) => string }

function anchored(text: string, anchor: string): number {
  const at = text.indexOf(anchor)
  if (at < 0) throw new Error(`nothing there reads « ${anchor} »`)
  return at
}

/** Puts `line` before the first line that holds `anchor`. */
export function before(path: string, anchor: string, line: string): Entry {
  return {
    path,
    change(text) {
      const at = text.lastIndexOf('\n', anchored(text, anchor)) + 1
      return `${text.slice(0, at)}${line}\n${text.slice(at)}`
    },
  }
}

/** Puts `added` in the place of `anchor`, which it holds as well. */
export function instead(path: string, anchor: string, added: string): Entry {
  return {
    path,
    change(text) {
      const at = anchored(text, anchor)
      return text.slice(0, at) + added + text.slice(at + anchor.length)
    },
  }
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' }

/** Where the bracket closes that stands just before `from`. What the code says in texts is taken to be balanced. */
function closingAt(text: string, from: number): number {
  const open = text.charAt(from - 1)
  const close = CLOSING[open]
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++
    if (text[at] === close) depth--
    if (depth === 0) return at
  }
  throw new Error(`nothing closes « ${open} »`)
}

/** Puts `item` at the end of the list or record whose bracket `start` opens. */
export function last(path: string, start: string, item: string): Entry {
  return {
    path,
    change(text) {
      const from = anchored(text, start) + start.length
      const to = closingAt(text, from)
      const held = text.slice(from, to).trimEnd().replace(/,$/, '')
      return `${text.slice(0, from)}${held === '' ? '' : `${held}, `}${item}${text.slice(to)}`
    },
  }
}

/** Puts `line` first into the function that holds `held`. */
export function begun(path: string, held: string, line: string): Entry {
  return {
    path,
    change(text) {
      const start = text.lastIndexOf('\nexport function ', anchored(text, held))
      const from = text.indexOf(') {\n', start) + ') {\n'.length
      return `${text.slice(0, from)}${line}\n${text.slice(from)}`
    },
  }
}

/** Puts an import where the imports begin: the formatter sorts them. */
export function imported(path: string, line: string): Entry {
  return {
    path,
    change(text) {
      const at = text.search(/^import /m)
      return `${text.slice(0, at)}${line}\n${text.slice(at)}`
    },
  }
}

/** Puts keys into a JSON object of texts, sorted as they stand there. */
export function texts(path: string, added: Readonly<Record<string, string>>): Entry {
  return {
    path,
    change(text) {
      const all = { ...(JSON.parse(text) as Record<string, string>), ...added }
      const sorted = Object.keys(all).sort((one, other) => (one < other ? -1 : 1))
      return `${JSON.stringify(Object.fromEntries(sorted.map(key => [key, all[key]])), null, 2)}\n`
    },
  }
}

/** Puts `line` among the lines of the record or list that `start` begins, in the order of their first word. */
export function sorted(path: string, start: string, line: string): Entry {
  return {
    path,
    change(text) {
      const from = text.indexOf('\n', anchored(text, start)) + 1
      const to = text.indexOf('\n}', from) + 1
      const lines = text.slice(from, to).split('\n')
      const at = lines.findIndex(each => /^ {2}['\w]/.test(each) && each > line)
      lines.splice(at < 0 ? lines.length - 1 : at, 0, line)
      return text.slice(0, from) + lines.join('\n') + text.slice(to)
    },
  }
}
