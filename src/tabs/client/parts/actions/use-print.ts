import { print } from '../../host/print.ts'
import { useGround } from '../page/context.tsx'

/** Prints the page, with `sheet` as its body's class meanwhile; where nothing begins, says what else can be done. */
export function usePrint(sheet?: string): () => void {
  const { speech, announce, tell } = useGround()
  return () => {
    if (sheet) document.body.classList.add(sheet)
    const done = () => {
      if (sheet) document.body.classList.remove(sheet)
    }
    void print(done).then(began => {
      if (began) return
      const text = speech.say('print.nothing')
      tell({ text, tone: 'neutral' })
      announce(text)
    })
  }
}
