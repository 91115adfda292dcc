import { contentJsonSchema, type JsonSchema } from './examples.ts'
import { FORMAT } from './formats.ts'

/** JSON Schema of a whole method file, for editors. Other rules (contrast, order of days) are in `check`. */
export function methodJsonSchema(): JsonSchema {
  const { $schema, properties, required = [], ...rest } = contentJsonSchema()
  return {
    $schema,
    title: 'Method file of Faire Administration',
    ...rest,
    properties: { format: { const: FORMAT, description: 'Of this file' }, ...properties },
    required: ['format', ...(required as readonly string[])],
  }
}
