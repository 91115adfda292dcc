import { createContext, type ReactNode } from 'react'

/** What the tab itself says under the head of the page it shows. */
export const UnderHead = createContext<ReactNode>(null)
