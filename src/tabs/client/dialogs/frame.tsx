import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { ActFailure, type ActState } from '../page/act.tsx'
import { ActButton } from '../page/act-button.tsx'
import { useGround } from '../page/ground.tsx'

type Props = {
  readonly title: string
  readonly children: ReactNode
  readonly close: () => void
  /** The one filled button; absent once there is nothing left to send. */
  readonly submit?: { readonly word: string; readonly act: ActState; readonly send: () => void }
  readonly closeWord?: string
  /** Holds what a slip must not lose beside what was typed in its longer fields. */
  readonly holds?: boolean
}

/**
 * A dialog that is a form: Enter sends, and what was typed stays when sending fails. Escape and a click beside it
 * close it only while nothing is typed: a slip must not lose a sentence, and a button closes without sending.
 */
export function Frame({ title, children, close, submit, closeWord, holds = false }: Props) {
  const { speech } = useGround()
  const typed = useRef<HTMLTextAreaElement>(undefined)
  const onInput = ({ target }: FormEvent) => {
    if (target instanceof HTMLTextAreaElement) typed.current = target
  }
  // Asked when it matters: a text that was sent has left its field since.
  const holding = () => typed.current?.isConnected === true && typed.current.value.trim() !== ''
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit?.send()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => open || holds || holding() || close()}>
      <DialogSurface className="dialog">
        <form onSubmit={onSubmit} onInput={onInput} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="dialog-content">
              {children}
              {submit && <ActFailure act={submit.act} />}
            </DialogContent>
            <DialogActions>
              <Button appearance="secondary" onClick={close}>
                {closeWord ?? speech.say('cancel')}
              </Button>
              {submit && (
                <ActButton act={submit.act} appearance="primary" type="submit">
                  {submit.word}
                </ActButton>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
