import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { BoardList } from './board-list.tsx'

const WORDS = {
  aside: { title: 'theme.aside', about: 'theme.aside.about', none: 'theme.aside.none' },
  alone: { title: 'theme.alone', about: 'theme.alone.about', none: 'theme.alone.none' },
} as const

/** « À ranger », « Idées seules »: beside the themes, at equal rank. */
export function RestSection({ part, count }: { part: keyof typeof WORDS; count: Shown }) {
  const { say } = useSession().translator
  const { title, about, none } = WORDS[part]
  return (
    <Panel title={say(title)} action={<span className="quiet">{say('theme.count', { count })}</span>}>
      <p className="quiet">{say(count === 0 ? none : about)}</p>
      {count > 0 && <BoardList place={{ part }} name={say(title)} />}
    </Panel>
  )
}
