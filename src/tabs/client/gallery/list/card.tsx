import { Button } from '@fluentui/react-components'
import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName, nameOf } from '../../parts/words/button-name.ts'
import { addressOf, trialAddressOf } from '../initiative/address.ts'
import { Band } from '../initiative/band.tsx'
import { Carrier } from '../initiative/carrier.tsx'
import { Membership } from '../initiative/membership.tsx'
import { PhaseBadge } from '../initiative/phase.tsx'
import { SupportButton } from '../initiative/support-button.tsx'

/** « 143 soutiens de 21 Directions · 8 membres » */
function useFacts({ supports, directions, members }: InitiativeView): readonly string[] {
  const { say } = useSession().translator
  return [say('idea.supports', { count: supports, directions }), say('gallery.members', { count: members })]
}

/** A finished initiative cannot be joined: links to its page, where it can inspire an idea. */
function Inspire({ initiative: { id, title } }: { initiative: InitiativeView }) {
  const { translator } = useSession()
  return (
    <Button
      as="a"
      size="small"
      appearance="subtle"
      className="plain"
      href={addressOf(id)}
      aria-label={actName(translator, 'initiative.inspire', title)}
    >
      {translator.say('initiative.inspire')}
    </Button>
  )
}

/** Of one on trial: how many try it, which leads to where one says that one does. */
function Trying({ initiative: { id, title, testers } }: { initiative: InitiativeView }) {
  const { translator } = useSession()
  if (testers === undefined) return null
  const word = translator.say('gallery.trial.testers', { count: testers })
  return (
    <p className="initiative-trying">
      <a href={trialAddressOf(id)} aria-label={nameOf(translator, word, title)}>
        {word}
      </a>
    </p>
  )
}

/** A card of the gallery: summary, owner and main act. */
export function Card({ initiative }: { initiative: InitiativeView }) {
  const { translator, programme, acting } = useSession()
  const act = useAct()
  const { id, title, axis, problem, phase, why } = initiative
  const text = why ? translator.say('gallery.trial.why', { why }) : problem
  const about = axisOf(programme, axis)
  const ended = acting && phase === 'done' && !initiative.mine
  return (
    <>
      <Band axis={about} />
      <div className="initiative-body">
        <div className="initiative-head">
          <h2>
            <a id={`initiative-${id}`} href={addressOf(id)}>
              {title}
            </a>
          </h2>
          <PhaseBadge of={initiative} />
        </div>
        {about && <p className="unseen">{about.title}</p>}
        {text && <p className="initiative-problem">{text}</p>}
        <Carrier initiative={initiative} />
        <FactLine of={useFacts(initiative)} className="quiet initiative-facts" />
        <Trying initiative={initiative} />
        <div className="acts">
          {ended && <Inspire initiative={initiative} />}
          <SupportButton initiative={initiative} act={act} size="small" />
          {(!ended || initiative.joined) && <Membership initiative={initiative} size="small" />}
        </div>
        <ActFailure act={act} />
      </div>
    </>
  )
}
