import { Button } from '@fluentui/react-components'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { print } from '../../host/print.ts'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useTrialTab } from './context.tsx'
import { TrialPaper } from './paper.tsx'

/** « Imprimer la fiche d’essai ». The rest of the page prints as it stands, when it is asked to. */
export function PrintButton({ trial }: { trial: TrialView }) {
  const { translator, announce, confirm } = useSession()
  const { sheet } = useTrialTab()
  const [drawn, draw] = useState(false)
  const press = async () => {
    // Drawn before the browser prints, and put away after it.
    flushSync(() => draw(true))
    if (await print(() => draw(false))) return
    const text = translator.say('print.nothing')
    confirm({ text, tone: 'neutral' })
    announce(text)
  }
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        className="plain"
        icon={<Print20Regular />}
        aria-label={actName(translator, 'trial.tab.print', sheet.title)}
        onClick={() => void press()}
      >
        {translator.say('trial.tab.print')}
      </Button>
      {drawn && <TrialPaper trial={trial} sheet={sheet} />}
    </>
  )
}
