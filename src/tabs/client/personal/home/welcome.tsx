import { Button } from '@fluentui/react-components'
import { useId } from 'react'
import { AxisRows } from '../commitments/axes.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { useAbout } from './about.ts'

/** The three acts that are open now; the first of them is the filled button. */
function Acts() {
  const { translator, values, open } = usePersonalTab()
  const { say } = translator
  const ballot = values.ballots?.find(({ state, called }) => state === 'open' && called)
  return (
    <div className="acts welcome-acts">
      {ballot && (
        <Button appearance="primary" onClick={() => open({ kind: 'vote', ballot: ballot.id })}>
          {say('tab.welcome.vote')}
        </Button>
      )}
      <Button appearance={ballot ? 'secondary' : 'primary'} onClick={() => open({ kind: 'idea' })}>
        {say('tab.welcome.idea')}
      </Button>
      <Button onClick={() => open({ kind: 'commit' })}>{say('commit.take')}</Button>
    </div>
  )
}

/** The first visit: what this is, the axes with their promise, and what one can do now. */
export function Welcome() {
  const { programme } = usePersonalTab()
  const heading = useId()
  return (
    <section className="welcome" aria-labelledby={heading}>
      <div className="welcome-about">
        <h2 id={heading}>{programme.name}</h2>
        <p>{useAbout()}</p>
      </div>
      <AxisRows first />
      <Acts />
    </section>
  )
}
