/** Where the words stand that tell how to drag with the keyboard. */
import { createContext } from 'react'

export const InstructionsContext = createContext<string | undefined>(undefined)
