/** Lengths of time as people say them and as documents keep them. */
export type DurationUnit = 'minutes' | 'hours' | 'days'

export interface Duration {
  readonly amount: number
  readonly unit: DurationUnit
}

const MINUTES: Readonly<Record<DurationUnit, number>> = { minutes: 1, hours: 60, days: 1440 }
const PATTERN = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** The length in the largest unit that says it in whole numbers. */
export function readDuration(text: string): Duration {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = PATTERN.exec(text)?.map((part) => Number(part ?? 0)) ?? []
  const total = days * MINUTES.days + hours * MINUTES.hours + minutes + Math.ceil(seconds / 60)
  const unit = (['days', 'hours'] as const).find((each) => total > 0 && total % MINUTES[each] === 0) ?? 'minutes'
  return { amount: total / MINUTES[unit], unit }
}

export function writeDuration({ amount, unit }: Duration): string {
  const whole = Math.max(1, Math.round(amount))
  return unit === 'days' ? `P${whole}D` : `PT${whole}${unit === 'hours' ? 'H' : 'M'}`
}
