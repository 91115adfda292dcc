import { Document, isCollection, isPair, visit } from 'yaml'
import type { ProgrammeContent, WordRules } from '../programme/domain.ts'
import { contentSchema } from '../schema/content.ts'
import { FORMAT } from '../schema/formats.ts'

const HEAD = ` yaml-language-server: $schema=./method.schema.json
 A method file: the programme as another administration can take it, change it and run it. No personal data.`

function inOrder(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Writes maps and lists of plain values on one line, except the texts, which are long. */
function flatten(document: Document): void {
  const isPlain = (item: unknown) => !isCollection(isPair(item) ? item.value : item)
  visit(document, {
    Collection: (_, node, path) => {
      const [, , section] = path
      const long = isPair(section) && String(section.key) === 'words'
      const within = path.length > 3 && !long
      if (node.items.length === 0 || (within && node.items.every(isPlain))) node.flow = true
    },
  })
}

const LINES = { lineWidth: 0, flowCollectionPadding: true }

/** The `words` section of a method file. */
export function wordsText({ fr, en }: WordRules): string {
  return new Document({ words: { fr: inOrder(fr), en: inOrder(en) } }).toString(LINES)
}

/** Serialises a programme in canonical order. Inverse of `parseMethodFile`. */
export function methodText(content: ProgrammeContent): string {
  // The schema sorts all keys.
  const { calendar, words, ...rest } = contentSchema.parse(content)
  const { id, version, name, organisation, language, axes, phases, directions, messages, nudges } = rest
  const { thresholds, retention, privacy, contacts, lessons, themes } = rest
  const written = {
    format: FORMAT,
    id,
    version,
    name,
    organisation,
    language,
    calendar,
    axes,
    phases,
    messages,
    nudges,
    thresholds,
    ...(themes.length > 0 && { themes }),
    retention,
    privacy,
    ...(contacts.length > 0 && { contacts }),
    ...(lessons.length > 0 && { lessons }),
    directions,
    words: { fr: inOrder(words.fr), en: inOrder(words.en) },
  }
  // Quotes what YAML 1.1 would read as a number or a date.
  const document = new Document(written, { compat: 'yaml-1.1' })
  document.commentBefore = HEAD
  flatten(document)
  return document.toString(LINES)
}
