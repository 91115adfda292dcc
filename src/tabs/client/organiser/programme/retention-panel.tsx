import type { Expiring } from '../../../../kernel/personal-data/expiry.ts'
import type { WholeProgrammeView } from '../../../contract/programme/method.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { plainDay } from '../../parts/words/days.ts'

type Props = { readonly whole: WholeProgrammeView }

const WHAT = {
  ideaNames: 'method.kept.ideaNames',
  commitments: 'method.kept.commitments',
  seats: 'method.kept.seats',
  presence: 'method.kept.presence',
  votes: 'method.kept.votes',
  messages: 'method.kept.messages',
  posts: 'method.kept.posts',
} as const satisfies Record<Expiring, string>

const WHEN = {
  ideaNames: 'method.kept.after.programme',
  commitments: 'method.kept.after.programme',
  seats: 'method.kept.after.workshop',
  presence: 'method.kept.after.workshop',
  votes: 'method.kept.after.ballot',
  messages: 'method.kept.after.message',
  posts: 'method.kept.after.card',
} as const satisfies Record<Expiring, string>

/** Retention by kind. */
export function Kept({ whole: { kept } }: Props) {
  const { say } = useSession().translator
  const columns: readonly TableColumn<(typeof kept)[number]>[] = [
    { id: 'kind', head: say('method.kept.kind'), cell: ({ kind }) => say(WHAT[kind]) },
    {
      id: 'when',
      head: say('method.kept.when'),
      cell: ({ kind, months }) => say(WHEN[kind], { count: months }),
    },
  ]
  const title = say('method.kept')
  return (
    <Panel title={title}>
      <p className="quiet">{say('method.kept.about')}</p>
      <DataTable caption={title} rows={kept} idOf={({ kind }) => kind} columns={columns} />
      <p className="quiet">{say('method.retention')}</p>
    </Panel>
  )
}

/** Numbers of erased rows by night: rounded, without names. */
export function Erased({ whole: { erased } }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const columns: readonly TableColumn<(typeof erased)[number]>[] = [
    { id: 'kind', head: say('method.kept.kind'), cell: ({ kind }) => say(WHAT[kind]) },
    {
      id: 'day',
      head: say('method.erased.night'),
      cell: ({ day }) => plainDay(day, programme.today, translator),
    },
    {
      id: 'count',
      head: say('method.erased.count'),
      cell: ({ count }) => say('count.rounded', { count }),
      numeric: true,
    },
  ]
  const title = say('method.erased')
  return (
    <Panel title={title}>
      {erased.length === 0 ? (
        <p>{say('method.erased.none')}</p>
      ) : (
        <DataTable
          caption={title}
          rows={erased}
          idOf={({ day, kind }) => `${day} ${kind}`}
          columns={columns}
        />
      )}
    </Panel>
  )
}
