import type { AwaitedView } from '../../../contract/ballots/sequels.ts'
import { DataTable } from '../../parts/lists/data-table.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { useSession } from '../../parts/page/context.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { sectionAddress } from '../parts/address.ts'

/** Those of which nobody has said what follows, the first to be said first: what is late comes before the rest. */
export function AwaitedGroup() {
  const { translator, programme } = useSession()
  const { say } = translator
  const { value } = useReading<AwaitedView>('/ballots/awaited', ['ballots'])
  if (!value || value.items.length === 0) return null
  return (
    <section className="card ballot-group">
      <DataTable
        caption={say('ballots.awaited', { count: value.count })}
        captioned
        rows={value.items}
        idOf={({ id }) => id}
        columns={[
          { id: 'question', head: say('ballot.field.question'), cell: ({ question }) => question },
          {
            id: 'due',
            head: say('ballots.awaited.due'),
            plain: true,
            cell: ({ due, late }) => {
              const date = plainDay(due, programme.today, translator)
              return say(late ? 'ballots.awaited.late' : 'ballots.awaited.by', { date })
            },
          },
        ]}
        linkOf={({ id }) => sectionAddress('ballots', id)}
      />
    </section>
  )
}
