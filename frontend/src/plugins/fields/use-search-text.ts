/** The search text of a picker. One that was opened by typing begins with what was typed. */
import { useRef, useState } from 'react'

export function useSearchText(first: string) {
  const [typed, setTyped] = useState(first)
  const isTouched = useRef(false)
  const onInputKeyDown = () => {
    isTouched.current = true
  }
  // The picker empties its search while it is about to open; that is nobody's wish.
  const onSearch = (text: string) => {
    if (text !== '' || isTouched.current) setTyped(text)
  }
  return { typed, onSearch, onInputKeyDown }
}
