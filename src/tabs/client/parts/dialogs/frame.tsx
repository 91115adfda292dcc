import '../../host/scroll-bar.ts'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useEffect } from 'react'
import { ActFailure, type ActState } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import type { KeptDraft } from '../forms/draft.ts'
import { Notice } from '../notices/notice.tsx'
import { useSession } from '../page/context.tsx'

type Props = {
  readonly title: string
  readonly children: ReactNode
  readonly close: () => void
  /** The one filled button; absent once there is nothing left to send. */
  readonly submit?: {
    readonly word: string
    readonly act: ActState
    readonly send: () => void
    /** What it does cannot be undone. */
    readonly final?: boolean
  }
  readonly closeWord?: string
  /** What is typed in it: kept when it closes unsent, and there again when it opens. */
  readonly draft?: KeptDraft
  /** Id of the description read out with the title. */
  readonly describedBy?: string
}

const field = (which: string) => document.querySelector<HTMLElement>(`.dialog-content ${which}`)

function focusFirst(): void {
  const first = field('[data-begins]') ?? field(':is(input, select, textarea)')
  first?.focus()
}

/** Where one field is to begin with, it takes the focus once the dialog has given it to the first. */
function useBeginning(): void {
  useEffect(() => {
    if (field('[data-begins]')) requestAnimationFrame(focusFirst)
  }, [])
}

/**
 * Shows the page again once the dialog is gone. Fluent's focus library hides what is behind a dialog, and leaves it so where
 * the dialog was all that it served on the page: it goes with it.
 */
function useUncovering(): void {
  useEffect(
    () => () =>
      void requestAnimationFrame(() => {
        if (!document.querySelector('[aria-modal=true]'))
          document.getElementById('root')?.removeAttribute('aria-hidden')
      }),
    [],
  )
}

/** What was left here unsent, which somebody may not have come back for. */
function Restored({ draft: { reset } }: { draft: KeptDraft }) {
  const { translator } = useSession()
  const begin = () => {
    // The button disappears with its object.
    focusFirst()
    reset()
  }
  // The close button does not get the initial focus: one press of Enter too many would discard the text.
  useEffect(() => void requestAnimationFrame(focusFirst), [])
  return (
    <Notice
      tone="neutral"
      action={
        <Button size="small" onClick={begin}>
          {translator.say('unsent.drop')}
        </Button>
      }
    >
      {translator.say('unsent.restored')}
    </Notice>
  )
}

/**
 * A dialog that is a form: Enter sends, and what was typed stays when sending fails. However it is closed, what is in its
 * `draft` is not lost.
 */
export function Frame({ title, children, close, submit, closeWord, draft, describedBy }: Props) {
  const { translator, announce } = useSession()
  useBeginning()
  useUncovering()
  const leave = () => {
    if (draft?.holds) announce(translator.say('unsent.kept'))
    close()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit?.send()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => open || leave()}>
      <DialogSurface className="dialog" aria-describedby={describedBy}>
        <form onSubmit={onSubmit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="dialog-content">
              {draft?.restored && <Restored draft={draft} />}
              {children}
              {submit && <ActFailure act={submit.act} />}
            </DialogContent>
            <DialogActions>
              <Button appearance="secondary" onClick={leave}>
                {closeWord ?? translator.say('cancel')}
              </Button>
              {submit && (
                <ActButton act={submit.act} appearance="primary" type="submit" final={submit.final}>
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
