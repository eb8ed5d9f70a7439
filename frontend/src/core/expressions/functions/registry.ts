/** All functions that run in the browser; the generated signatures say how they take their arguments. */
import type { Bodies } from '../body'
import { CONDITIONAL } from './conditional'
import { DATES } from './dates'
import { IDENTITY } from './identity'
import { INFORMATION } from './information'
import { LISTS } from './lists'
import { LOGIC } from './logic'
import { LOOKUP } from './lookup'
import { MATHS } from './maths'
import { TEXT } from './text'

export const BODIES: Bodies = {
  ...LOGIC,
  ...MATHS,
  ...TEXT,
  ...DATES,
  ...LISTS,
  ...CONDITIONAL,
  ...LOOKUP,
  ...INFORMATION,
  ...IDENTITY,
}
