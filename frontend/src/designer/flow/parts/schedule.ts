/** Times a flow starts at, as people say them and as five fields. */
export type Rhythm = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'other'

export interface Schedule {
  readonly rhythm: Rhythm
  readonly minute: number
  readonly hour: number
  /** 0 is Sunday. */
  readonly weekday: number
  readonly day: number
  readonly cron: string
}

const USUAL = { minute: 0, hour: 9, weekday: 1, day: 1 }

export function readSchedule(cron: string): Schedule {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.trim().split(/\s+/)
  const numbers = {
    minute: isNumber(minute) ? Number(minute) : USUAL.minute,
    hour: isNumber(hour) ? Number(hour) : USUAL.hour,
    weekday: isNumber(weekday) ? Number(weekday) % 7 : USUAL.weekday,
    day: isNumber(day) ? Number(day) : USUAL.day,
    cron,
  }
  const shape = [minute, hour, day, month, weekday].map((part) => (isNumber(part) ? 'n' : part)).join(' ')
  const rhythms: Readonly<Record<string, Rhythm>> = { 'n * * * *': 'hourly', 'n n * * *': 'daily', 'n n * * n': 'weekly', 'n n n * *': 'monthly' }
  return { ...numbers, rhythm: rhythms[shape] ?? 'other' }
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text)
}

export function writeSchedule({ rhythm, minute, hour, weekday, day, cron }: Schedule): string {
  switch (rhythm) {
    case 'hourly':
      return `${minute} * * * *`
    case 'daily':
      return `${minute} ${hour} * * *`
    case 'weekly':
      return `${minute} ${hour} * * ${weekday}`
    case 'monthly':
      return `${minute} ${hour} ${day} * *`
    case 'other':
      return cron
  }
}
