import type { Key } from '../../../../i18n/words.ts'
import type { OpenKind } from '../../../../kernel/storage/open-kind.ts'
import type { OpenMatterView } from '../../../contract/closeout.ts'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'

const WORDS = {
  ideas: 'closeout.ideas',
  'ideas-due': 'closeout.ideas-due',
  'ballots-open': 'closeout.ballots-open',
  'ballots-prepared': 'closeout.ballots-prepared',
  'ballots-unfollowed': 'closeout.ballots-unfollowed',
  'workshops-coming': 'closeout.workshops-coming',
  'workshops-unsummarised': 'closeout.workshops-unsummarised',
  'steps-promised': 'closeout.steps-promised',
  'steps-late': 'closeout.steps-late',
  'steps-asked': 'closeout.steps-asked',
  trials: 'closeout.trials',
  'trials-due': 'closeout.trials-due',
  'broadcasts-drafts': 'closeout.broadcasts-drafts',
  'broadcasts-sending': 'closeout.broadcasts-sending',
} as const satisfies Record<OpenKind, Key>

/** Where it is dealt with. Next steps and trials stand on the ideas that they follow from. */
function addressOf(kind: OpenKind): string {
  const [section] = kind.split('-')
  if (section === 'steps' || section === 'trials') return `${sectionAddress('ideas')}?part=decided`
  if (section === 'ballots' || section === 'workshops' || section === 'broadcasts')
    return sectionAddress(section)
  return sectionAddress('ideas')
}

function Matter({ matter, parts }: { matter: OpenMatterView; parts: readonly OpenMatterView[] }) {
  const { say } = useSession().translator
  const text = say(WORDS[matter.kind], { count: matter.count })
  return (
    <li>
      <span>
        {text}
        {parts.map(({ kind, count }) => (
          <span key={kind} className="quiet">
            {', '}
            {say(WORDS[kind], { count })}
          </span>
        ))}
      </span>
      <a href={addressOf(matter.kind)} aria-label={say('tab.act', { act: say('closeout.see'), text })}>
        {say('closeout.see')}
      </a>
    </li>
  )
}

/** What is still open, a line for each kind, until nothing is. */
export function OpenMatters({ open }: { open: readonly OpenMatterView[] }) {
  const { say } = useSession().translator
  if (open.length === 0) return <p>{say('closeout.empty')}</p>
  return (
    <ul className="open-matters">
      {open
        .filter(({ among }) => among === undefined)
        .map(matter => (
          <Matter
            key={matter.kind}
            matter={matter}
            parts={open.filter(({ among }) => among === matter.kind)}
          />
        ))}
    </ul>
  )
}
