import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import type { EffectView } from '../../../contract/message-effect.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { TOPIC_NAMES } from '../../parts/words/message-topics.ts'
import { heldText } from './amounts.ts'

type Line = EffectView['topics'][number]

/** What messages that remind of something led to, topic by topic. */
export function MessageEffect({ effect: { day, topics } }: { effect: EffectView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  // Of few messages, or few people, any number may stand behind it.
  const fewText = (count: Shown) => (count === 0 ? say('figures.effect.few') : heldText(count, translator))
  const columns: readonly TableColumn<Line>[] = [
    { id: 'topic', head: say('figures.effect.topic'), cell: ({ topic }) => say(TOPIC_NAMES[topic]) },
    {
      id: 'sent',
      head: say('figures.effect.sent'),
      numeric: true,
      cell: ({ sent }) => heldText(sent, translator),
    },
    {
      id: 'acted',
      head: say('figures.effect.acted'),
      numeric: true,
      cell: ({ acted }) => fewText(acted),
    },
    {
      id: 'quiet',
      head: say('figures.effect.quiet'),
      numeric: true,
      cell: ({ quiet }) => fewText(quiet),
    },
  ]
  const some = topics.filter(({ sent }) => sent > 0)
  return (
    <Panel title={say('figures.effect')}>
      <p className="quiet">
        {say('figures.effect.about', { date: plainDay(day, programme.today, translator) })}
      </p>
      {some.length === 0 ? (
        <p>{say('figures.effect.none')}</p>
      ) : (
        <DataTable
          caption={say('figures.effect')}
          rows={topics}
          idOf={({ topic }) => topic}
          columns={columns}
        />
      )}
    </Panel>
  )
}
