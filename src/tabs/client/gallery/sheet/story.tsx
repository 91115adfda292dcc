import type { InitiativeSheet, ResourceView } from '../../../contract/initiatives/initiatives.ts'
import { useSession } from '../../parts/page/context.tsx'
import { isHttps } from '../initiative/link.ts'

const PARTS = ['problem', 'story', 'inspiring', 'outcome'] as const
const TITLES = {
  problem: 'initiative.problem',
  story: 'initiative.story',
  inspiring: 'initiative.inspiring',
  outcome: 'initiative.outcome',
} as const

function Resources({ resources }: { resources: readonly ResourceView[] }) {
  const { translator } = useSession()
  // The server takes in https alone; a link is followed only when it is one.
  const links = resources.filter(({ url }) => isHttps(url))
  if (links.length === 0) return null
  return (
    <section className="sheet-part">
      <h2>{translator.say('gallery.links')}</h2>
      <ul className="sheet-links">
        {links.map(({ title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {title || new URL(url).host}
            </a>{' '}
            <span className="quiet">{new URL(url).host}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = {
  readonly sheet: InitiativeSheet
  /** What a trial above says was learnt: an outcome of the same words is not said twice. */
  readonly learnt?: string | undefined
}

/** The problem, the story, what others could take up, the outcome. Who takes part sees what is still to be written. */
export function Story({ sheet, learnt }: Props) {
  const { translator } = useSession()
  const inside = sheet.mine || sheet.joined
  // What came of it is read first, once there is something.
  const order = sheet.outcome ? (['outcome', 'problem', 'story', 'inspiring'] as const) : PARTS
  const isTold = (part: (typeof PARTS)[number]) => part === 'outcome' && sheet.outcome === (learnt ?? '')
  const parts = order.filter(part => (sheet[part] || inside) && !(learnt !== undefined && isTold(part)))
  if (parts.length + sheet.resources.length === 0) return <p>{translator.say('gallery.unwritten')}</p>
  return (
    <>
      {parts.map(part => (
        <section key={part} className="sheet-part">
          <h2>{translator.say(TITLES[part])}</h2>
          {sheet[part] ? (
            <p className="prose">{sheet[part]}</p>
          ) : (
            <p className="quiet">{translator.say('gallery.toWrite')}</p>
          )}
        </section>
      ))}
      <Resources resources={sheet.resources} />
    </>
  )
}
