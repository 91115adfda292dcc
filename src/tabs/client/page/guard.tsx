import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import type { Speech } from '../words/speech.ts'
import { Notice } from './notice.tsx'

type Props = { readonly speech: Speech; readonly quiet?: boolean; readonly children: ReactNode }

/** Around a part whose code comes later: when it does not come, says so in its place, unless nobody looks for it. */
export class Guard extends Component<Props, { readonly broken: boolean }> {
  override readonly state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    const { speech, quiet, children } = this.props
    if (!this.state.broken) return children
    if (quiet) return null
    return (
      <Notice
        tone="warning"
        // A part that did not come is not asked for again until the page is.
        action={<Button onClick={() => location.reload()}>{speech.say('error.retry')}</Button>}
      >
        {speech.say('tab.part.missing')}
      </Notice>
    )
  }
}
