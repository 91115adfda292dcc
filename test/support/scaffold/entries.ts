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
