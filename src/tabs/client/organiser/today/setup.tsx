import { Button } from '@fluentui/react-components'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { SECTIONS } from '../tab/sections.ts'
import type { SetupStep, SetupStepName } from './setup-steps.ts'

const TITLES = {
  programme: 'setup.programme',
  people: 'setup.people',
  channels: 'setup.channels',
  workshop: 'setup.workshop',
  privacy: 'setup.privacy',
  contacts: 'setup.contacts',
} as const satisfies Record<SetupStepName, string>
const TO_DO = {
  programme: 'setup.programme.todo',
  people: 'setup.people.todo',
  channels: 'setup.channels.todo',
  workshop: 'setup.workshop.todo',
  privacy: 'setup.privacy.todo',
  contacts: 'setup.contacts.todo',
} as const satisfies Record<SetupStepName, string>
const ACTS = {
  programme: 'setup.programme.act',
  people: 'setup.people.act',
  channels: 'setup.channels.act',
  workshop: 'setup.workshop.act',
  privacy: 'setup.privacy.act',
  contacts: 'setup.contacts.act',
} as const satisfies Record<SetupStepName, string>

/** Their button waits for their turn: both are lines of the method file, to which « Programme » leads at any time. */
const LAST: ReadonlySet<SetupStepName> = new Set(['privacy', 'contacts'])

function isOffered({ section }: SetupStep): boolean {
  return SECTIONS.some(({ name }) => name === section)
}

function StepRow({ step, at, next }: { step: SetupStep; at: number; next: boolean }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { name, state } = step
  const { controller = '', contact = '' } = programme.privacy
  const done = state === 'done'
  const about = () => {
    if (state === 'unknown') return say('unread.part')
    if (!done) return say(TO_DO[name])
    if (name === 'privacy') return say('setup.privacy.done', { controller, contact })
    // The mark says the rest.
    if (name !== 'programme') return undefined
    return say('setup.programme.done', { name: programme.name, axes: programme.axes.length })
  }
  return (
    <li className={done ? 'hand step step-done' : 'hand step'}>
      <span className="hand-icon step-mark" aria-hidden="true">
        {done ? <CheckmarkCircle20Filled /> : at}
      </span>
      <div className="hand-words">
        <p className="words">
          <span aria-hidden="true">{say(TITLES[name])}</span>
          <span className="unseen">
            {say('tab.act', { act: say(TITLES[name]), text: say(done ? 'setup.done' : 'setup.todo') })}
          </span>
        </p>
        {about() && <p className="quiet">{about()}</p>}
      </div>
      {!done && isOffered(step) && (next || !LAST.has(name)) && (
        <Button
          as="a"
          href={step.href}
          appearance={next ? 'primary' : 'secondary'}
          aria-label={say('tab.act', { act: say(ACTS[name]), text: say(TITLES[name]) })}
        >
          {say(ACTS[name])}
        </Button>
      )}
    </li>
  )
}

/** The first steps of a programme: what is done, and what is to do next. */
export function Setup({ steps }: { steps: readonly SetupStep[] }) {
  const { say } = useSession().translator
  const next = steps.find(step => step.state === 'open' && isOffered(step))
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <Panel
      title={say('setup.title')}
      action={<span className="quiet">{say('setup.count', { done, all: steps.length })}</span>}
    >
      <p className="quiet setup-about">{say('setup.about')}</p>
      <ol className="hands">
        {steps.map((step, at) => (
          <StepRow key={step.name} step={step} at={at + 1} next={step === next} />
        ))}
      </ol>
    </Panel>
  )
}
