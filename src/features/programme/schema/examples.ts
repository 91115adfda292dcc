import { Document, visit } from 'yaml'
import { z } from 'zod'
import { contentSchema } from './content.ts'

type Path = readonly PropertyKey[]

/** The subset of JSON Schema that is used. */
export type JsonSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly additionalProperties?: JsonSchema | boolean
  readonly enum?: readonly unknown[]
  readonly examples?: readonly unknown[]
  readonly [name: string]: unknown
}

let kept: JsonSchema | undefined

/** JSON Schema of a file without `format`. Lazy: only faults need it. */
export function contentJsonSchema(): JsonSchema {
  kept ??= z.toJSONSchema(contentSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return kept
}

function child(schema: JsonSchema, step: PropertyKey): JsonSchema | undefined {
  if (typeof step === 'number') return schema.items
  const { properties = {}, additionalProperties: other } = schema
  return Object.hasOwn(properties, step)
    ? properties[String(step)]
    : typeof other === 'object'
      ? other
      : undefined
}

/** Schema at `path`. */
function schemaAt(path: Path): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (schema, step) => schema && child(schema, step),
    contentJsonSchema(),
  )
}

/** A valid value: the schema's own example, one composed of its parts, or an allowed one. */
export function exampleOf(schema: JsonSchema): unknown {
  const [example = schema.default ?? schema.enum?.[0]] = schema.examples ?? []
  if (example !== undefined) return example
  if (schema.items) return [exampleOf(schema.items)]
  if (!schema.properties) return undefined
  return Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, exampleOf(part)]))
}

/** The part of its parent's example: `title.fr` of a title's. */
function exampleWithin(path: Path): unknown {
  const schema = schemaAt(path)
  const example = schema && exampleOf(schema)
  const last = path.at(-1)
  if (example !== undefined || last === undefined) return example
  const around = exampleWithin(path.slice(0, -1))
  return typeof around === 'object' && around !== null
    ? (around as Record<PropertyKey, unknown>)[last]
    : undefined
}

/** `icon: PeopleTeam`, on one line. */
export function yamlLine(key: PropertyKey | undefined, value: unknown): string {
  if (value === undefined) return ''
  const shown = typeof key === 'string' ? { [key]: value } : value
  const document = new Document(shown)
  // A cron pattern may begin with a star, which is an alias in YAML: all patterns are quoted.
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.includes('*')) node.type = 'QUOTE_DOUBLE'
    },
  })
  const text = document.toString({ collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true })
  const lines = text.split('\n').map(each => each.trim())
  const line = lines.filter(each => each !== '').join(' ')
  return typeof key === 'string' ? line.replace(/^\{ /, '').replace(/ \}$/, '') : line
}

/** Example at `path`, as YAML; '' without one. */
export function exampleAt(path: Path): string {
  return yamlLine(path.at(-1), exampleWithin(path))
}

/** Keys allowed in a map. */
export function keysAt(path: Path): readonly string[] {
  return Object.keys(schemaAt(path)?.properties ?? {})
}
