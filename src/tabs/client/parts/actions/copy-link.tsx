import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type LinkedThing, thingAddress } from '../../../../kernel/requests/thing-link.ts'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

type Props = {
  readonly of: LinkedThing
  /** What the thing is called, for those who hear buttons without what surrounds them. */
  readonly name: string
  readonly size?: 'small' | 'medium'
}

/** « Copier le lien »: the thing's own address. Where a browser lets nothing be copied, it stands there to be selected. */
export function CopyLink({ of, name, size = 'small' }: Props) {
  const { translator, announce } = useSession()
  const [state, setState] = useState<'still' | 'copied' | 'shown'>('still')
  const link = thingAddress(location.origin, of)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
    } catch {
      announce(link)
      return setState('shown')
    }
    announce(translator.say('link.copied'))
    setState('copied')
  }
  const word = state === 'copied' ? 'link.copied' : 'link.copy'
  return (
    <div className="copy-link">
      <Button
        size={size}
        appearance="subtle"
        className="plain"
        aria-label={actName(translator, word, name)}
        onClick={() => void copy()}
      >
        {translator.say(word)}
      </Button>
      {state === 'shown' && <code>{link}</code>}
    </div>
  )
}
