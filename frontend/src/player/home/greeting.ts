/** Which greeting fits the hour. */

export function greetingKey(now: Date): string {
  const hour = now.getHours()
  if (hour < 5) return 'home:greeting.night'
  if (hour < 12) return 'home:greeting.morning'
  if (hour < 18) return 'home:greeting.afternoon'
  return 'home:greeting.evening'
}
