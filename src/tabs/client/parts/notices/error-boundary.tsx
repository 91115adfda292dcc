import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import type { PartKey } from '../../data/api/failure.ts'
import type { Translator } from '../words/translator.ts'
import { Notice } from './notice.tsx'

type Props = {
  readonly translator: Translator
  readonly quiet?: boolean
  /** What it is, where what was read of it may be what breaks it. */
  readonly part?: PartKey
  readonly children: ReactNode
}

/** Around a part whose code comes later, or what the server says: what breaks it breaks it alone, and is said in its place. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override readonly state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    const { translator, quiet, part = 'tab.part.missing', children } = this.props
    if (!this.state.broken) return children
    if (quiet) return null
    return (
      <Notice
        tone="warning"
        // A part that did not come is not asked for again until the page is.
        action={<Button onClick={() => location.reload()}>{translator.say('error.retry')}</Button>}
      >
        {translator.say(part)}
      </Notice>
    )
  }
}
