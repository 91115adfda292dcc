import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import type { EventView } from '../../../contract/thread.ts'
import { Timeline } from '../../parts/comments/timeline.tsx'
import type { Pages } from '../../parts/lists/pages.ts'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { AxisMark } from '../../parts/panels/axis-emblem.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { addressOf } from '../initiative/address.ts'
import { Initials } from '../initiative/carrier.tsx'
import { Lineage } from './lineage.tsx'

/** Names shown before the list is unfolded. */
const SHOWN = 8

type SheetProps = { readonly sheet: InitiativeSheet }

/** « Historique »: the idea in its author's words, and its history. */
export function Origin({ sheet, pages }: SheetProps & { readonly pages: Pages<EventView> }) {
  const { translator } = useSession()
  const { text, author } = sheet.words
  return (
    <Panel title={translator.say('thread.open')}>
      <figure className="origin">
        <blockquote>{text}</blockquote>
        {author && (
          <figcaption className="quiet">{translator.say('gallery.words.by', { author })}</figcaption>
        )}
      </figure>
      <Lineage sheet={sheet} />
      <Timeline idea={{ id: sheet.idea }} pages={pages} />
    </Panel>
  )
}

/** « Avec »: the names of those who take part, and how many committed themselves. */
export function TakingPart({ sheet }: SheetProps) {
  const { translator } = useSession()
  const [all, setAll] = useState(false)
  const { names, committed } = sheet
  const folds = names.length > SHOWN
  return (
    <Panel title={translator.say('initiative.with')}>
      {names.length === 0 && <p className="quiet">{translator.say('gallery.with.none')}</p>}
      <ul className="names">
        {(all ? names : names.slice(0, SHOWN)).map((name, at) => (
          // Two people may have one name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${at}-${name}`}>
            <Initials name={name} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
      {folds && (
        <Button appearance="transparent" className="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? translator.say('tab.less') : translator.say('tab.more', { count: names.length })}
        </Button>
      )}
      <p className="quiet committed">{translator.say('gallery.committed', { count: committed })}</p>
    </Panel>
  )
}

/** « Autres initiatives » */
export function Others({ others }: Pick<InitiativeSheet, 'others'>) {
  const { translator, programme } = useSession()
  if (others.length === 0) return null
  return (
    <Panel title={translator.say('gallery.others')}>
      <ul className="others">
        {others.map(({ id, title, axis }) => (
          <li key={id}>
            <AxisMark axis={axisOf(programme, axis)} />
            <a href={addressOf(id)}>{title}</a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
