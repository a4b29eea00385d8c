/** Hundredths of an hour as hours: `8000` is `80.00`. */
export function formatHours(hoursHundredths: number): string {
  return (hoursHundredths / 100).toFixed(2);
}
