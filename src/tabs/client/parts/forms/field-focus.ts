import { useEffect, useRef } from 'react'

const WRONG = ':is(form, fieldset) [aria-invalid="true"]'
const CONTROLS = 'input, select, textarea'

/** A group of choices is marked as a whole; its choices take the focus, not the group. */
function firstInvalid(): HTMLElement | null {
  const wrong = document.querySelector<HTMLElement>(WRONG)
  return wrong?.matches(CONTROLS) ? wrong : (wrong?.querySelector<HTMLElement>(CONTROLS) ?? null)
}

/** A busy page may draw a few times before React has marked the field. */
const FRAMES = 10

/** Moves the focus to the first field that the form marks as wrong, once React has marked it. */
export function focusFirstInvalid(frames = FRAMES): void {
  requestAnimationFrame(() => {
    const wrong = firstInvalid()
    if (wrong) wrong.focus()
    else if (frames > 0) focusFirstInvalid(frames - 1)
  })
}

/** Moves the focus to what is chosen in the dialog's form, else to its first field. */
export function focusFirstField(frames = FRAMES): void {
  requestAnimationFrame(() => {
    // Whoever writes already stays there.
    if (document.activeElement?.matches(CONTROLS)) return
    const all = [...document.querySelectorAll<HTMLElement>('[role="dialog"] form :is(input, textarea)')]
    const field = all.find(each => each.matches(':checked')) ?? all[0]
    if (field) field.focus()
    else if (frames > 0) focusFirstField(frames - 1)
  })
}

/** Moves the focus to the first field once it is there: a dialog that opened before it had only its button to take it. */
export function useFirstField(ready: boolean): void {
  const met = useRef(false)
  useEffect(() => {
    if (!ready || met.current) return
    met.current = true
    focusFirstField()
  }, [ready])
}
