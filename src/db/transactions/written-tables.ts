import type { KyselyPlugin, OperationNode } from 'kysely'
import type { ChangeTopic } from '../../kernel/storage/change-topic.ts'
import { SECOND_TOPIC_OF, TOPIC_OF } from './table-topics.ts'

type Node = { readonly [part: string]: unknown } & { readonly kind: string }

/** Name of the table behind an alias. */
function tableIn(node: unknown): string | undefined {
  const { kind, table, node: named } = (node ?? {}) as Node & { table?: { identifier?: { name?: string } } }
  if (kind === 'AliasNode') return tableIn(named)
  return kind === 'TableNode' ? table?.identifier?.name : undefined
}

/** The table that a query writes to; undefined for a read. */
function writtenBy(query: OperationNode): string | undefined {
  const node = query as unknown as Node & { from?: { froms?: readonly unknown[] } }
  switch (node.kind) {
    case 'InsertQueryNode':
      return tableIn(node.into)
    case 'UpdateQueryNode':
      return tableIn(node.table)
    case 'DeleteQueryNode':
      return tableIn(node.from?.froms?.[0])
    default:
      return undefined
  }
}

/** Records which tables the queries of one transaction change: a statement that affected no row changed nothing. */
export function watchWrites(): {
  readonly plugin: KyselyPlugin
  readonly topics: () => readonly ChangeTopic[]
} {
  const topics = new Set<ChangeTopic>()
  const asked = new WeakMap<object, readonly ChangeTopic[]>()
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const table = writtenBy(node) as keyof typeof TOPIC_OF
      const [first, second] = [TOPIC_OF[table], SECOND_TOPIC_OF[table]]
      if (first) asked.set(queryId, second ? [first, second] : [first])
      return node
    },
    async transformResult({ queryId, result }) {
      const changed = (result.numAffectedRows ?? 0n) > 0n || result.rows.length > 0
      for (const topic of changed ? (asked.get(queryId) ?? []) : []) topics.add(topic)
      return result
    },
  }
  return { plugin, topics: () => [...topics].sort() }
}
