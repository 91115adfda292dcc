import { print } from '../../host/print.ts'
import { useSession } from '../page/context.tsx'

/** Prints the page, with `sheet` as its body's class meanwhile; where nothing begins, says what else can be done. */
export function usePrint(sheet?: string): () => void {
  const { translator, announce, confirm } = useSession()
  return () => {
    if (sheet) document.body.classList.add(sheet)
    const done = () => {
      if (sheet) document.body.classList.remove(sheet)
    }
    void print(done).then(began => {
      if (began) return
      const text = translator.say('print.nothing')
      confirm({ text, tone: 'neutral' })
      announce(text)
    })
  }
}
